import type { QuoteView } from '@rooms/order/contract';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { NextStep } from '@/components/NextStep';
import { Page, PageBody } from '@/components/Page';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Slip } from '@/components/Slip';
import { Empty } from '@/components/StateView';
import { WhyNot } from '@/components/WhyNot';
import { useOnReturn } from '@/hooks/useOnReturn';
import { useTap } from '@/hooks/useTap';
import { serverNowMs } from '@/services/clock';
import { openTab } from '@/services/navigate';
import { cartWords } from '@/text/areas/cart';
import { checkoutWords } from '@/text/areas/checkout';
import { stepShare, stepText } from '@/text/next-step';
import { slipRows } from '@/text/slip';
import { whyNotRows } from '@/text/why-not';
import { AddressCard } from './parts/AddressCard';
import { CouponSheet } from './parts/CouponSheet';
import { Delivery } from './parts/Delivery';
import { Goods } from './parts/Goods';
import { Savings } from './parts/Savings';
import { TopUps } from './parts/TopUps';
import { placeOrder } from './placeOrder';
import { type Till, type TillView, useTill } from './useTill';
import './index.scss';

export default function CheckoutPage() {
  const till = useTill();
  useOnReturn(() => void till.load.reload());
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView
          load={till.load}
          skeleton={<SkeletonSlip />}
          empty={({ view }) => (view && view.quote.lines.length > 0 ? null : <NothingToPay />)}
          exitText={checkoutWords.emptyAction}
          onExit={() => openTab('cart')}
        >
          {(shown) => shown.view && <Shown till={till} shown={shown} view={shown.view} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function NothingToPay() {
  return (
    <Empty
      title={checkoutWords.emptyTitle}
      note={checkoutWords.emptyNote}
      actionText={checkoutWords.emptyAction}
      onAction={() => openTab('cart')}
    />
  );
}

interface ShownProps {
  till: Till;
  shown: TillView;
  view: QuoteView;
}

function Shown({ till, shown, view }: ShownProps) {
  const [note, setNote] = useState('');
  const [choosing, setChoosing] = useState(false);
  const { quote, earns } = view;
  const nameOf = (skuId: string) => view.lines.find((line) => line.skuId === skuId)?.name;
  const brings = earns.points > 0 || earns.chances > 0 ? checkoutWords.earns(earns.points, earns.chances) : '';
  return (
    <>
      <AddressCard address={shown.address} />
      <Delivery view={view} till={till} />
      <Goods view={view} />
      <Next till={till} shown={shown} view={view} />
      <Savings view={view} till={till} onCoupons={() => setChoosing(true)} />
      <Card title={checkoutWords.note}>
        <Input
          id="note"
          className="till-note"
          maxlength={100}
          value={note}
          placeholder={checkoutWords.noteHint}
          placeholderClass="till-note__hint"
          onInput={(event) => setNote(event.detail.value)}
        />
      </Card>
      <View className="ll-mt-12">
        <Slip
          rows={slipRows(quote, nameOf)}
          totalLabel={checkoutWords.toPay}
          totalFen={quote.payableFen}
          savedFen={quote.savedFen}
          large
        />
      </View>
      <WhyNot rows={whyNotRows(quote, serverNowMs())} />
      <View className="ll-foot">{checkoutWords.promise(brings)}</View>
      {choosing && (
        <CouponSheet
          view={view}
          onClose={() => setChoosing(false)}
          onChoose={(couponIds) => {
            till.choose({ couponIds });
            setChoosing(false);
          }}
        />
      )}
      <PayBar till={till} shown={shown} view={view} note={note} />
    </>
  );
}

/** The nearest step, and the sheet that reaches it; what was added is reckoned when the sheet is gone. */
function Next({ till, shown, view }: ShownProps) {
  const [toppingUp, setToppingUp] = useState(false);
  const { nextStep } = view.quote;
  const close = () => {
    setToppingUp(false);
    void till.load.reload();
  };
  return (
    <View>
      {nextStep && (
        <NextStep
          text={stepText(nextStep, view.giftGoods)}
          share={stepShare(nextStep)}
          actionText={cartWords.topUp}
          onAction={() => setToppingUp(true)}
        />
      )}
      {toppingUp && <TopUps shown={shown} onClose={close} />}
    </View>
  );
}

function PayBar({ till, shown, view, note }: ShownProps & { note: string }) {
  const { payableFen } = view.quote;
  const place = useTap(async () => {
    const { stale } = await placeOrder(shown, note);
    if (stale) await till.load.reload();
  });
  const missing = shown.address === null;
  // A total of an older choice must not be paid: the button waits for the quote of this one.
  const waiting = place.busy || till.load.refreshing || shown.choice !== till.choice;
  return (
    <Bar>
      <View className="till-bar">
        <Price fen={payableFen} size="l" />
        <View className="till-bar__pay">
          <Button size="big" block disabled={missing} busy={waiting} onTap={() => place.tap()} id="place">
            {missing ? checkoutWords.needAddress : payableFen === 0 ? checkoutWords.free : checkoutWords.pay}
          </Button>
        </View>
      </View>
    </Bar>
  );
}
