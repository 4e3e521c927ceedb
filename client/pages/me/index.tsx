import { NavBar } from '@/components/NavBar';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';

export default function MePage() {
  return (
    <Page>
      <NavBar title="我的" />
      <PageBody>
        <SkeletonList />
      </PageBody>
    </Page>
  );
}
