import type { ProgrammeView, Standing } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { referralWords as words } from '@/text/areas/referral';
import { isEven, rewardText } from '@/text/referrals';
import { RulesLink } from '../../../parts/RulesLink';

interface HowItCountsProps {
  programme: ProgrammeView;
  standing: Standing;
}

/** Three steps, and what they are not for. */
export function HowItCounts({ programme, standing }: HowItCountsProps) {
  const reward = isEven(programme) ? ` ${rewardText(programme.inviteeReward)}` : '一份';
  const { take, order, receive } = words.steps;
  const steps = [take, order, { name: receive.name, note: receive.note(reward) }];
  const now = stepNow(standing);
  return (
    <Card title={words.how} aside={<RulesLink />} className="ll-mt-24">
      <View className="card-steps">
        {steps.map(({ name, note }, index) => (
          <View className="card-step" key={name}>
            {index < steps.length - 1 && <View className="card-step__way" />}
            <View className={classes('ll-num card-step__disc', index < now && 'card-step__disc--on')}>{index + 1}</View>
            <View className="ll-mt-8">{name}</View>
            <View className="ll-cap">{note}</View>
          </View>
        ))}
      </View>
      <View className="ll-divider" />
      <View className="ll-note">{words.terms}</View>
    </Card>
  );
}

/** How many steps are lit: the one that is to do next, and those behind it. */
function stepNow(standing: Standing): number {
  if (standing.state === 'done') return 3;
  if (standing.state === 'bound' || standing.state === 'held') return standing.ordered ? 3 : 2;
  return standing.state === 'cannot' ? 0 : 1;
}
