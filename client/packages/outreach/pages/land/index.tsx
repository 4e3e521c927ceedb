import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';

export default function LandPage() {
  return (
    <Page>
      <NavBar title="邻礼" back />
      <PageBody>
        <SkeletonList />
      </PageBody>
    </Page>
  );
}
