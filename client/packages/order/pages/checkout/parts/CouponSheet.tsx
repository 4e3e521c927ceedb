import type { CouponView } from '@rooms/coupon/contract';
import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Check } from '@/components/Check';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { SkeletonCoupons } from '@/components/Skeleton';
import { usePages } from '@/hooks/usePages';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { checkoutWords } from '@/text/areas/checkout';
import { couponText, reasonText } from '@/text/offers';
import { untilText } from '@/text/times';

interface CouponSheetProps {
  view: QuoteView;
  onClose: () => void;
  /** Null: the best combination. */
  onChoose: (couponIds: readonly string[] | null) => void;
}

/** At most four goods coupons, one a group, and one for freight (rules.md section 1, step 5): the contract's limit. */
const MOST_COUPONS = 5;

/** One's own choice instead of the best; what each coupon lacks is said beside it. */
export function CouponSheet({ view, onClose, onChoose }: CouponSheetProps) {
  const [chosen, setChosen] = useState<readonly string[]>(view.quote.coupons.chosenIds);
  const pages = usePages((cursor) => resident.ask('coupon.mine', { tab: 'usable', cursor }), []);
  const toggle = (couponId: string, on: boolean) =>
    setChosen((now) => (on ? [...now, couponId].slice(-MOST_COUPONS) : now.filter((one) => one !== couponId)));
  return (
    <Sheet
      open
      onClose={onClose}
      title={checkoutWords.couponSheet}
      action={
        <Button size="big" block onTap={() => onChoose(chosen)} id="coupons-done">
          {chosen.length === 0 ? checkoutWords.couponSkip : checkoutWords.couponUse}
        </Button>
      }
    >
      <Button kind="soft" block onTap={() => onChoose(null)} id="coupons-best">
        {checkoutWords.couponBest}
      </Button>
      <AsyncView load={pages.load} skeleton={<SkeletonCoupons />}>
        {() => (
          <Card cells className="ll-mt-12">
            {pages.rows.map((coupon, index) => (
              <Row
                key={coupon.couponId}
                coupon={coupon}
                first={index === 0}
                on={chosen.includes(coupon.couponId)}
                why={whyNot(view, coupon.couponId)}
                onChange={(on) => toggle(coupon.couponId, on)}
              />
            ))}
            {pages.hasMore && (
              <Button kind="text" block onTap={pages.more} id="more-coupons">
                {checkoutWords.couponMore}
              </Button>
            )}
          </Card>
        )}
      </AsyncView>
    </Sheet>
  );
}

interface RowProps {
  coupon: CouponView;
  first: boolean;
  on: boolean;
  why: string | null;
  onChange: (on: boolean) => void;
}

function Row({ coupon, first, on, why, onChange }: RowProps) {
  return (
    <Cell
      first={first}
      lead={<Check on={on} onChange={onChange} label={coupon.title} id={`use-${coupon.couponId}`} />}
      title={coupon.title}
      note={[couponText(coupon.terms), untilText(coupon.validUntilMs, serverNowMs())].join('，')}
      value={why ? <View className="ll-cap">{why}</View> : undefined}
    />
  );
}

function whyNot({ quote }: QuoteView, couponId: string): string | null {
  const not = quote.notApplied.find((one) => one.source === 'coupon' && one.id === couponId);
  return not ? reasonText(not, serverNowMs()) : null;
}
