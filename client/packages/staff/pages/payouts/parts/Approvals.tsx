import type { ApprovalView } from '@rooms/reward/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Section';
import { staffPayoutWords as words } from '@/text/areas/staff-payouts';
import { ruleText } from '@/text/rewards-money';
import { dayText } from '@/text/times';
import '../index.scss';

interface ApprovalsProps {
  approvals: readonly ApprovalView[];
  onAdd: () => void;
  onEnd: (approvalId: string) => void;
}

/** The legal approvals that stand: without one for its rule no money is paid. */
export function Approvals({ approvals, onAdd, onEnd }: ApprovalsProps) {
  const standing = approvals.filter(({ endedAtMs }) => endedAtMs === null);
  return (
    <Card className="ll-mb-12" id="approvals">
      <View className="ll-strong">{words.legal}</View>
      {standing.length === 0 && <View className="ll-note ll-honey ll-mt-8">{words.legalNone}</View>}
      {standing.map(({ approvalId, rule, approvedBy, approvedAtMs, reference }) => (
        <View className="payout-legal" key={approvalId}>
          <View className="ll-grow ll-note">
            {words.legalOne(ruleText(rule), approvedBy, dayText(approvedAtMs), reference)}
          </View>
          <Button kind="text" onTap={() => onEnd(approvalId)} id={`end-${approvalId}`}>
            {words.legalEnd}
          </Button>
        </View>
      ))}
      <View className="ll-mt-8">
        <Button kind="line" block onTap={onAdd} id="add-approval">
          {words.legalAdd}
        </Button>
      </View>
    </Card>
  );
}
