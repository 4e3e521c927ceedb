import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';

export default function ProductPage() {
  return (
    <Page>
      <NavBar title="商品" back />
      <PageBody>
        <SkeletonList />
      </PageBody>
    </Page>
  );
}
