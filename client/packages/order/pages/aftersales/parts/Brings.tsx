import type { OrderView, RefundPreview } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { OfferTag, type TagTone } from '@/components/OfferTag';
import { RefundSlip } from '@/components/RefundSlip';
import { Card, Section } from '@/components/Section';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { refundRows, unitsOf, whyLess } from '@/text/refunds';
import { isBeforeDispatch, type Reason, wayOf } from '../claim';

const tones: Readonly<Record<ReturnType<typeof wayOf>, TagTone>> = {
  instant: 'save',
  picture: 'gift',
  review: 'gift',
  'goods-first': 'plain',
};

export interface BringsProps {
  order: OrderView;
  preview: RefundPreview;
  reason: Reason | null;
  stale: boolean;
}

/** What comes back, seen before it is asked for; and why it is not the price on the label. */
export function Brings({ order, preview, reason, stale }: BringsProps) {
  const { sums, lines } = preview;
  const of = { units: unitsOf(lines), earns: order.rewards?.points ?? 0, chances: order.rewards?.chances ?? 0 };
  const { money, rest } = refundRows(sums, of);
  const less = whyLess(order, lines, sums.goodsFen);
  const way = wayOf(preview);
  const known = reason !== null;
  return (
    <View id="brings" data-amount={sums.amountFen} data-stale={stale ? 'true' : 'false'} data-way={way}>
      <Section
        title={words.back}
        beside={
          known && <OfferTag tone={tones[way]}>{way === 'picture' ? words.wayPicture : words.ways[way]}</OfferTag>
        }
      >
        <RefundSlip totalLabel={words.toWechat} totalFen={sums.amountFen} money={money} rest={rest} stale={stale} />
      </Section>
      {isBeforeDispatch(order) && sums.isLast && (
        <View className="ll-mb-12">
          <Notice icon="info">{words.wholeOrder}</Notice>
        </View>
      )}
      {less && (
        <Card>
          <View className="ll-row ll-row--4">
            <Icon name="info" className="ll-honey" />
            <View className="ll-strong">{less.title}</View>
          </View>
          <View className="ll-note ll-mt-4">{less.note}</View>
        </Card>
      )}
    </View>
  );
}
