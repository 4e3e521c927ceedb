import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonShelf } from '@/components/Skeleton';

export default function HomePage() {
  return (
    <Page>
      <NavBar title="首页" />
      <PageBody>
        <SkeletonShelf />
      </PageBody>
    </Page>
  );
}
