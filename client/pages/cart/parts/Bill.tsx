import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { NextStep } from '@/components/NextStep';
import { Card, Section } from '@/components/Section';
import { Slip } from '@/components/Slip';
import { serverNowMs } from '@/services/clock';
import { openTab } from '@/services/navigate';
import { cartWords } from '@/text/areas/cart';
import { yuanText } from '@/text/money';
import { nextStepShare, nextStepText, notAppliedText, reasonText } from '@/text/offers';
import { slipRows } from '@/text/slip';
import '../index.scss';

/** The rest may be read on the offers' own pages. */
const MOST_REASONS = 6;

/** What comes next, what applied by name, and what did not with the reason. */
export function Bill({ view: { quote, lines } }: { view: QuoteView }) {
  const nameOf = (skuId: string) => lines.find((line) => line.skuId === skuId)?.name;
  const { nextStep, points } = quote;
  const morePoints = points.maxUsablePoints - points.used;
  return (
    <>
      {nextStep && (
        <View className="ll-mt-12">
          <NextStep
            text={nextStepText(nextStep)}
            share={nextStepShare(nextStep)}
            actionText={cartWords.topUp}
            onAction={() => openTab('shop')}
          />
        </View>
      )}
      <Section title={quote.savedFen > 0 ? cartWords.saves : cartWords.bill} aside={cartWords.live}>
        <Slip rows={slipRows(quote, nameOf)} totalLabel={cartWords.toPay} totalFen={quote.payableFen}>
          {morePoints > 0 && <View className="ll-note">{cartWords.pointsCan(morePoints, yuanText(morePoints))}</View>}
        </Slip>
      </Section>
      <NotUsed quote={quote} />
    </>
  );
}

function NotUsed({ quote: { notApplied } }: Pick<QuoteView, 'quote'>) {
  if (notApplied.length === 0) return null;
  const nowMs = serverNowMs();
  return (
    <Card title={cartWords.notUsed} className="ll-mt-12">
      {notApplied.slice(0, MOST_REASONS).map((not) => (
        <View className="cart-not" key={`${not.source}-${not.id}`}>
          <View className="ll-grow ll-ink-2">{notAppliedText(not)}</View>
          <View className="ll-note ll-ml-12">{reasonText(not, nowMs)}</View>
        </View>
      ))}
    </Card>
  );
}
