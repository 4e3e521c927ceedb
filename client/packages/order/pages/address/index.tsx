import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';

export default function AddressPage() {
  return (
    <Page>
      <PageBody>
        <SkeletonList />
      </PageBody>
    </Page>
  );
}
