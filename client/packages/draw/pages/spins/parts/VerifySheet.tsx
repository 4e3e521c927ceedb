import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Icon, type IconName } from '@/components/Icon';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { serverNowMs } from '@/services/clock';
import { copyText } from '@/services/copy';
import { verifyWords as words } from '@/text/areas/verify';
import { whenText } from '@/text/times';
import type { Sealed } from '../../../verify/check';
import { proofText } from '../../../verify/proof';
import { type ToldStep, toldSteps, turnedText } from '../../../verify/told';
import type { Proof } from '../useProofs';
import { Verdict } from './Verdict';
import '../index.scss';

interface VerifySheetProps {
  proof: Proof;
  sealed: Sealed;
  onClose: () => void;
}

/** One spin in three steps, with the numbers of each. */
export function VerifySheet({ proof, sealed, onClose }: VerifySheetProps) {
  const { spin, seenOdds, checked } = proof;
  const turned = turnedText(spin);
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title}
      action={
        <Button
          kind="line"
          block
          onTap={() => void copyText(proofText(sealed, seenOdds, spin), words.copied)}
          id="copy-proof"
        >
          {words.copy}
        </Button>
      }
    >
      <View className="ll-note ll-mb-8">{words.ofSpin(whenText(spin.atMs, serverNowMs()))}</View>
      <Card id="verify-steps">
        {toldSteps(sealed, proof, checked).map((step, index) => (
          <Step key={step.text} step={step} first={index === 0} />
        ))}
      </Card>
      {checked === null ? (
        <View className="ll-note ll-mb-12" id="verify-later">
          {words.spinToCome}
        </View>
      ) : (
        <Verdict isTrue={checked.isTrue} title={checked.isTrue ? words.allTrue : words.allFalse} />
      )}
      {turned && <View className="ll-note ll-mb-8">{turned}</View>}
      {checked !== null && <View className="ll-note ll-mb-8">{words.onPhone}</View>}
      <View className="ll-cap draw-chance">
        {words.chance} {spin.chanceId}
      </View>
    </Sheet>
  );
}

function Step({ step, first }: { step: ToldStep; first: boolean }) {
  const { icon, className } = signOf(step.isTrue);
  return (
    <View className={classes('verify-step', !first && 'll-mt-16')} data-true={String(step.isTrue)}>
      <Icon name={icon} size={24} className={className} />
      <View className="ll-grow ll-ml-12">
        <View>{step.text}</View>
        {step.numbers && <View className="verify-step__numbers">{step.numbers}</View>}
      </View>
    </View>
  );
}

function signOf(isTrue: boolean | null): { icon: IconName; className: string } {
  if (isTrue === null) return { icon: 'hourglass', className: 'll-ink-3' };
  return isTrue ? { icon: 'check-circle', className: 'll-save' } : { icon: 'warn', className: 'll-danger' };
}
