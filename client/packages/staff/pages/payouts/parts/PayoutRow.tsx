import type { PayoutCard } from '@rooms/reward/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { staffPayoutWords as words } from '@/text/areas/staff-payouts';
import { yuanText } from '@/text/money';
import { payoutStateText, ruleText } from '@/text/rewards-money';
import { whenText } from '@/text/times';
import '../index.scss';

interface PayoutRowProps {
  payout: PayoutCard;
  busy: boolean;
  onConfirm: (payout: PayoutCard) => void;
  onWithhold: (payoutId: string) => void;
}

/** How much, for what, to whom, and each step with who made it. */
export function PayoutRow({ payout, busy, onConfirm, onWithhold }: PayoutRowProps) {
  const { payoutId, fen, rule, resident, causeId, state, steps, canConfirm, canWithhold } = payout;
  const nowMs = serverNowMs();
  return (
    <Card className="ll-mb-12" id={`payout-${payoutId}`}>
      <View className="ll-flex">
        <View className="ll-grow ll-strong">{yuanText(fen)}</View>
        <View className="ll-note ll-honey">{payoutStateText(state)}</View>
      </View>
      <View className="ll-note ll-mt-8">
        {ruleText(rule)} · {words.who(resident)}
      </View>
      <View className="ll-cap">{words.cause(causeId)}</View>
      {steps.map(({ state: reached, step }) => (
        <View className="ll-cap" key={reached}>
          {whenText(step.atMs, nowMs)} {payoutStateText(reached)}
          {step.who ? ` · ${step.who}` : ''}
        </View>
      ))}
      <Said payout={payout} />
      {(canConfirm || canWithhold) && (
        <View className="payout-acts">
          {canConfirm && (
            <Button block busy={busy} onTap={() => onConfirm(payout)} id={`confirm-${payoutId}`}>
              {words.confirm}
            </Button>
          )}
          {canWithhold && (
            <Button kind="line" block onTap={() => onWithhold(payoutId)} id={`withhold-${payoutId}`}>
              {words.withhold}
            </Button>
          )}
        </View>
      )}
    </Card>
  );
}

function Said({ payout: { why, reference, transferNumber } }: { payout: PayoutCard }) {
  return (
    <>
      {why !== null && <View className="ll-note ll-mt-8">{words.why(why)}</View>}
      {reference !== null && <View className="ll-cap">{words.ground(reference)}</View>}
      {transferNumber !== null && <View className="ll-cap">{words.number(transferNumber)}</View>}
    </>
  );
}
