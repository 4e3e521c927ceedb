import { Page, PageBody } from '@/components/Page';
import { SkeletonShelf } from '@/components/Skeleton';

export default function SearchPage() {
  return (
    <Page>
      <PageBody>
        <SkeletonShelf />
      </PageBody>
    </Page>
  );
}
