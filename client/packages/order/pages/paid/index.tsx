import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { Price } from '@/components/Price';
import { Remind } from '@/components/Remind';
import { SkeletonSlip } from '@/components/Skeleton';
import { Stall } from '@/components/Stall';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { openTab, replace } from '@/services/navigate';
import { orderWords } from '@/text/areas/order';
import { whenText } from '@/text/times';
import { payOrder } from '../../deeds/payOrder';

/** WeChat's word to the server usually comes within a second; after these the resident is told that it is awaited. */
const ASK_AGAIN_MS = [1_000, 2_000, 4_000];

/**
 * What came of paying. The phone does not know; the server is asked until it does. Who turned back at the till (`told`) is
 * not kept waiting: the way to pay is there at once, and should money have moved all the same, the page says so when it hears.
 */
export default function PaidPage() {
  const { id = '', told } = useRouter().params;
  const load = useLoad(() => resident.ask('order.detail', { orderId: id }), [id]);
  const asked = useAskAgain(load.data?.state, () => void load.reload());
  return (
    <Page>
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={orderWords.goHome} onExit={() => openTab('home')}>
          {(order) => <Outcome order={order} waiting={told !== 'cancelled' && asked < ASK_AGAIN_MS.length} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

/** How often the server was asked again while the order still waits for its payment. */
function useAskAgain(state: OrderView['state'] | undefined, reload: () => void): number {
  const [asked, setAsked] = useState(0);
  const waitMs = state === 'placed' ? ASK_AGAIN_MS[asked] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reload` is new at each draw; the wait must not start over.
  useEffect(() => {
    if (waitMs === undefined) return;
    const timer = setTimeout(() => {
      setAsked((count) => count + 1);
      reload();
    }, waitMs);
    return () => clearTimeout(timer);
  }, [waitMs, asked]);
  return asked;
}

function Outcome({ order, waiting }: { order: OrderView; waiting: boolean }) {
  const pay = useTap(() => payOrder(order.orderId));
  const { title, note } = wordsOf(order, waiting);
  const unpaid = order.state === 'placed' && !waiting;
  const { rewards } = order;
  const brings = rewards && (rewards.points > 0 || rewards.chances > 0) && !unpaid;
  return (
    <View className="ll-center" id="paid" data-state={order.state}>
      <Stall goods={[{ picture: 'basket', sizePx: 76 }]} height={96} />
      <View className="ll-t1 ll-mt-20" id="paid-title">
        {title}
      </View>
      <View className="ll-note ll-mt-4">{note}</View>
      <View className="ll-mt-12">
        <Price fen={order.payableFen} size="l" />
      </View>
      {brings && (
        <View className="ll-mt-16">
          <Notice icon="gift">{orderWords.willEarn(rewards.points, rewards.chances)}</Notice>
        </View>
      )}
      {!unpaid && isPaid(order) && (
        <View className="ll-card ll-card--pad ll-mt-16">
          <Remind kind="order-on-its-way" about={order.orderId} />
        </View>
      )}
      <View className="ll-mt-20">
        {unpaid ? (
          <Button size="big" block busy={pay.busy} onTap={() => pay.tap()} id="pay-again">
            {orderWords.pay}
          </Button>
        ) : (
          <Button size="big" block onTap={() => replace('order', { id: order.orderId })} id="see-order">
            {orderWords.seeOrder}
          </Button>
        )}
      </View>
      <View className="ll-mt-12">
        <Button kind="line" size="big" block onTap={() => openTab('home')} id="go-home">
          {orderWords.goHome}
        </Button>
      </View>
    </View>
  );
}

/** Before it has left the shop there is something to be told of. */
const isPaid = ({ state }: OrderView): boolean => state === 'paid' || state === 'picked';

function wordsOf({ state, deadlineAtMs }: OrderView, waiting: boolean): { title: string; note: string } {
  if (state === 'placed' && waiting) return { title: orderWords.waitingTitle, note: orderWords.waitingNote };
  if (state === 'placed')
    return { title: orderWords.unpaidTitle, note: orderWords.unpaidNote(whenText(deadlineAtMs, serverNowMs())) };
  if (state === 'closing' || state === 'closed' || state === 'aborted')
    return { title: orderWords.closedTitle, note: orderWords.closedNote };
  return { title: orderWords.paidTitle, note: orderWords.paidNote };
}
