import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { NextStep } from '@/components/NextStep';
import { Section } from '@/components/Section';
import { Slip } from '@/components/Slip';
import { WhyNot } from '@/components/WhyNot';
import { serverNowMs } from '@/services/clock';
import { cartWords } from '@/text/areas/cart';
import { yuanText } from '@/text/money';
import { stepShare, stepText } from '@/text/next-step';
import { slipRows } from '@/text/slip';
import { whyNotRows } from '@/text/why-not';
import '../index.scss';

/** What comes next, what applied by name, and what did not with the reason. */
export function Bill({ view: { quote, lines, giftGoods }, onTopUp }: { view: QuoteView; onTopUp: () => void }) {
  const nameOf = (skuId: string) => lines.find((line) => line.skuId === skuId)?.name;
  const { nextStep, points } = quote;
  const morePoints = points.maxUsablePoints - points.used;
  return (
    <>
      {nextStep && (
        <View className="ll-mt-12">
          <NextStep
            text={stepText(nextStep, giftGoods)}
            share={stepShare(nextStep)}
            actionText={cartWords.topUp}
            onAction={onTopUp}
          />
        </View>
      )}
      <Section title={quote.savedFen > 0 ? cartWords.saves : cartWords.bill} aside={cartWords.live}>
        <Slip rows={slipRows(quote, nameOf)} totalLabel={cartWords.toPay} totalFen={quote.payableFen}>
          {morePoints > 0 && <View className="ll-note">{cartWords.pointsCan(morePoints, yuanText(morePoints))}</View>}
        </Slip>
      </Section>
      <WhyNot rows={whyNotRows(quote, serverNowMs())} className="ll-mt-12" />
    </>
  );
}
