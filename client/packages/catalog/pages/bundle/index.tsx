import type { BundleView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { GiftRow } from '@/components/GiftRow';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { Bone } from '@/components/Skeleton';
import { Stall } from '@/components/Stall';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { resident } from '@/services/doors';
import { goBack, urlOf } from '@/services/navigate';
import { RefusedError } from '@/services/reply';
import { useForward } from '@/services/share';
import { openShop, SETS } from '@/services/target';
import { toast } from '@/services/toast';
import { plusOne, useCart } from '@/stores/cart';
import { bundleWords } from '@/text/areas/bundle';
import { bundleTitle, bundleTrouble, comingGiftFace } from '@/text/bundles';
import { yuanText } from '@/text/money';
import { ToCartBar } from '../../components/BuyBar';
import { Components } from './parts/Components';
import { Conditions } from './parts/Conditions';
import { SetPrice } from './parts/SetPrice';
import './index.scss';

/** A set at a price: what is in it, what comes with it, for whom, and the whole of it in one tap. */
export default function BundlePage() {
  const offerId = useRouter().params.id ?? '';
  const load = useLoad(() => resident.ask('catalog.bundle', { offerId }), [offerId]);
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => stopPullDownRefresh()));
  useForward(load.data ? bundleTitle(load.data) : bundleWords.page, urlOf('bundle', { id: offerId }));
  return (
    <Page foot="tall">
      <PageBody>
        {isOver(load.error) ? (
          <Over />
        ) : (
          <AsyncView load={load} skeleton={<Waiting />} exitText={bundleWords.back} onExit={goBack}>
            {(bundle) => <Bundle bundle={bundle} />}
          </AsyncView>
        )}
      </PageBody>
    </Page>
  );
}

/** No set, or none that is on sale here now: asking again is of no use, whatever was shown before. */
const isOver = (error: unknown): boolean => error instanceof RefusedError && error.code === 'OFFER_UNKNOWN';

function Over() {
  const { overTitle, overNote, overAction } = bundleWords;
  return <Empty title={overTitle} note={overNote} actionText={overAction} onAction={() => openShop(SETS)} />;
}

function Waiting() {
  return (
    <View>
      <Bone h={138} radius={16} />
      <Bone h={148} mt={12} radius={12} />
      <Bone h={220} mt={12} radius={12} />
    </View>
  );
}

/** Goods that stand beside each other on the shelf. */
const ON_SHELF = 4;
const SHELF_PX = [78, 64, 70, 58];

function Bundle({ bundle }: { bundle: BundleView }) {
  const { components, setFen, gift, substitute } = bundle;
  const trouble = bundleTrouble(bundle);
  const giftFace = comingGiftFace(gift, substitute);
  const goods = components.slice(0, ON_SHELF).map(({ picture }, index) => ({ picture, sizePx: SHELF_PX[index] ?? 64 }));
  const addSet = async () => {
    await useCart
      .getState()
      .change((lines) => components.reduce((cart, { skuId, quantity }) => plusOne(skuId, quantity)(cart), lines));
    toast(bundleWords.added);
  };
  return (
    <View id="bundle" data-trouble={trouble === null ? 'none' : 'some'}>
      <Stall goods={goods} />
      <SetPrice bundle={bundle} />
      <Components components={components} />
      {giftFace && (
        <Card title={bundleWords.giftTitle} id="bundle-gift">
          <GiftRow gift={giftFace} />
        </Card>
      )}
      <Conditions bundle={bundle} />
      <ToCartBar text={trouble ?? bundleWords.add(yuanText(setFen))} disabled={trouble !== null} onAdd={addSet} />
    </View>
  );
}
