import type { MyPayout } from '@rooms/reward/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { payoutWords as words } from '@/text/areas/payouts';
import { yuanText } from '@/text/money';
import { payoutStateText, ruleText } from '@/text/rewards-money';
import { whenText } from '@/text/times';

interface MoneyRowProps {
  payout: MyPayout;
  busy: boolean;
  onReceive: (payoutId: string) => void;
}

/** One sum, what it is for, and how far it is. */
export function MoneyRow({ payout, busy, onReceive }: MoneyRowProps) {
  const { payoutId, fen, rule, state, atMs, paidAtMs, canReceive } = payout;
  const nowMs = serverNowMs();
  return (
    <Card className="ll-mb-12" id={`money-${payoutId}`}>
      <View className="ll-flex">
        <View className="ll-grow ll-strong">{yuanText(fen)}</View>
        <View className={state === 'confirmed' || state === 'waiting' ? 'll-note ll-honey' : 'll-note'}>
          {payoutStateText(state)}
        </View>
      </View>
      <View className="ll-note ll-mt-8">{words.from(ruleText(rule), whenText(atMs, nowMs))}</View>
      {paidAtMs !== null && <View className="ll-note">{words.paid(whenText(paidAtMs, nowMs))}</View>}
      {canReceive && (
        <View className="ll-mt-8">
          <Button block busy={busy} onTap={() => onReceive(payoutId)} id={`receive-${payoutId}`}>
            {buttonText(state)}
          </Button>
        </View>
      )}
    </Card>
  );
}

function buttonText(state: MyPayout['state']): string {
  if (state === 'returned') return words.again;
  return state === 'confirmed' ? words.receive : words.goOn;
}
