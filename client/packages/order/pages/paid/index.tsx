import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';

export default function PaidPage() {
  return (
    <Page>
      <PageBody>
        <SkeletonList />
      </PageBody>
    </Page>
  );
}
