import type { CartLineView, QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Button } from '@/components/Button';
import { GiftRow } from '@/components/GiftRow';
import { Icon } from '@/components/Icon';
import type { Tag } from '@/components/OfferTag';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { useWarmSession } from '@/hooks/useWarmSession';
import { open, openTab } from '@/services/navigate';
import { confirm } from '@/services/toast';
import { type CartEntry, setQuantity, useCart } from '@/stores/cart';
import { cartWords } from '@/text/areas/cart';
import { lineTags, unitPrices } from '@/text/cart-lines';
import { giftPlaces } from '@/text/gifts';
import { toastError } from '@/text/trouble';
import { Bill } from './parts/Bill';
import { CartBar } from './parts/CartBar';
import { CartLine } from './parts/CartLine';
import { TopUps } from './parts/TopUps';
import { type QuotedCart, useCartQuote } from './useCartQuote';
import './index.scss';

export default function CartPage() {
  const load = useCartQuote();
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page foot="tall">
      <PageBody>
        <Place />
        <AsyncView load={load} skeleton={<SkeletonList />} empty={({ view }) => (view ? null : <EmptyCart />)}>
          {(quoted) => <Basket quoted={quoted} refreshing={load.refreshing} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function EmptyCart() {
  return (
    <Empty
      title={cartWords.emptyTitle}
      note={cartWords.emptyNote}
      actionText={cartWords.emptyAction}
      onAction={() => openTab('home')}
    />
  );
}

function Place() {
  const me = useWarmSession();
  const place = me?.estate ? cartWords.deliverTo(me.estate.name) : cartWords.chooseEstate;
  return (
    <View className="cart-place ll-note" onClick={() => open('estate')} {...a11y('button')}>
      <Icon name="pin" size={16} />
      {me && <View className="ll-ml-4 ll-ell">{place}</View>}
      <Icon name="right" size={14} />
    </View>
  );
}

const changeCart = (edit: (lines: readonly CartEntry[]) => readonly CartEntry[]): void => {
  useCart.getState().change(edit).catch(toastError);
};

const select = (skuId: string, selected: boolean): void =>
  changeCart((lines) => lines.map((line) => (line.skuId === skuId ? { ...line, selected } : line)));

/** The last one is taken out only after asking. */
async function changeQuantity(skuId: string, quantity: number, asking: boolean): Promise<void> {
  if (quantity === 0 && asking) {
    const agreed = await confirm({
      title: cartWords.takeOutTitle,
      yes: cartWords.takeOutYes,
      no: cartWords.takeOutNo,
    });
    if (!agreed) return;
  }
  changeCart(setQuantity(skuId, quantity));
}

/** A line costs the phone about 2 KB and 20 nodes to draw; the budgets are 64 KB an interaction and 500 nodes a screen. */
const LINES_AT_ONCE = 16;

function Basket({ quoted: { lines: asked, view }, refreshing }: { quoted: QuotedCart; refreshing: boolean }) {
  const lines = useCart((cart) => cart.lines) ?? asked;
  const [toppingUp, setToppingUp] = useState(false);
  if (!view) return null;
  const entryOf = new Map(lines.map((line) => [line.skuId, line]));
  const shown = view.lines.filter((line) => entryOf.has(line.skuId));
  const buyable = shown.filter((line) => line.trouble !== 'GONE' && line.trouble !== 'SOLD_OUT');
  const allSelected = buyable.length > 0 && buyable.every((line) => entryOf.get(line.skuId)?.selected);
  return (
    <>
      <Lines view={view} shown={shown} entryOf={entryOf} />
      {view.quote.lines.length > 0 && <Bill view={view} onTopUp={() => setToppingUp(true)} />}
      <View>{toppingUp && <TopUps asked={asked} onClose={() => setToppingUp(false)} />}</View>
      <CartBar
        quote={view.quote}
        allSelected={allSelected}
        stale={refreshing || lines !== asked}
        onAll={(selected) => changeCart((all) => all.map((line) => ({ ...line, selected })))}
      />
    </>
  );
}

/** Of a line that is not in the quote; always the same, so that it does not draw anew. */
const NO_TAGS: readonly Tag[] = [];

interface LinesProps {
  view: QuoteView;
  shown: readonly CartLineView[];
  /** As they stand in the cart now: ahead of the quote while a tap is on its way. */
  entryOf: ReadonlyMap<string, CartEntry>;
}

function Lines({ view: { quote, giftGoods }, shown, entryOf }: LinesProps) {
  const [most, setMost] = useState(LINES_AT_ONCE);
  const onQuantity = useCallback((skuId: string, quantity: number, asking = true) => {
    const isLast = useCart.getState().lines?.some((line) => line.skuId === skuId && line.quantity === 1) ?? false;
    void changeQuantity(skuId, quantity, asking && isLast);
  }, []);
  const inView = shown.slice(0, most);
  const offers = useMemo(
    () =>
      new Map(
        quote.lines.map(({ skuId }) => [skuId, { prices: unitPrices(skuId, quote), tags: lineTags(skuId, quote) }]),
      ),
    [quote],
  );
  const gifts = giftPlaces(
    quote,
    giftGoods,
    inView.map(({ skuId }) => skuId),
  );
  return (
    <Card cells>
      {/* Boxes of their own: what comes or goes makes Taro send all children of its parent again. */}
      <View>
        {inView.map((line, index) => {
          const offered = offers.get(line.skuId);
          return (
            <CartLine
              key={line.skuId}
              line={line}
              quantity={entryOf.get(line.skuId)?.quantity ?? line.quantity}
              selected={entryOf.get(line.skuId)?.selected ?? line.selected}
              unitFen={offered?.prices?.unitFen ?? line.listFen}
              split={offered?.prices?.split ?? ''}
              tags={offered?.tags ?? NO_TAGS}
              gifts={gifts.under.get(line.skuId)}
              first={index === 0}
              onSelect={select}
              onQuantity={onQuantity}
            />
          );
        })}
      </View>
      <View>
        {gifts.rest.length > 0 && (
          <View className="cart-rest">
            {gifts.rest.map((gift) => (
              <GiftRow key={gift.key} gift={gift} />
            ))}
          </View>
        )}
      </View>
      <View>
        {shown.length > most && (
          <Button kind="text" block onTap={() => setMost(most + LINES_AT_ONCE)} id="more-lines">
            {cartWords.moreLines(shown.length - most)}
          </Button>
        )}
      </View>
    </Card>
  );
}
