import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonShelf } from '@/components/Skeleton';

export default function ShopPage() {
  return (
    <Page>
      <NavBar title="分类" />
      <PageBody>
        <SkeletonShelf />
      </PageBody>
    </Page>
  );
}
