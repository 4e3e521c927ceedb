import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';

export default function FlyerPage() {
  return (
    <Page>
      <PageBody>
        <SkeletonList />
      </PageBody>
    </Page>
  );
}
