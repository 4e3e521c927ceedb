import type { RewardRule } from '@kernel/reward';
import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Tabs } from '@/components/Tabs';
import { Written } from '@/components/Written';
import { serverNowMs } from '@/services/clock';
import { staffPayoutWords as words } from '@/text/areas/staff-payouts';
import { ruleText } from '@/text/rewards-money';
import type { ApprovalInput } from '../usePayoutDeeds';
import '../index.scss';

/** Rewards that may be money (kernel/reward). */
const RULES: readonly RewardRule[] = ['referral-inviter', 'referral-invitee', 'compensation'];

const SHANGHAI_MS = 8 * 3_600_000;
/** `2026-11-03`, the phone's own picker's word. */
const dateOf = (atMs: number): string => new Date(atMs + SHANGHAI_MS).toISOString().slice(0, 10);
/** Midnight of that day in Shanghai. */
const startOf = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);

interface ApprovalSheetProps {
  busy: boolean;
  onClose: () => void;
  onDone: (input: ApprovalInput) => void;
}

/** Who approved cash for this reward, when, and where the paper lies. */
export function ApprovalSheet({ busy, onClose, onDone }: ApprovalSheetProps) {
  const today = dateOf(serverNowMs());
  const [rule, setRule] = useState<RewardRule>('referral-inviter');
  const [approvedBy, setApprovedBy] = useState('');
  const [date, setDate] = useState(today);
  const [reference, setReference] = useState('');
  const missing = approvedBy.trim() === '' || reference.trim() === '';
  const save = () =>
    onDone({ rule, approvedBy: approvedBy.trim(), approvedAtMs: startOf(date), reference: reference.trim() });
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.legalTitle}
      action={
        <Button size="big" block disabled={missing} busy={busy} onTap={save} id="save-approval">
          {missing ? words.legalMissing : words.legalSave}
        </Button>
      }
    >
      <View className="ll-t3">{words.legalRule}</View>
      <Tabs tabs={RULES.map((key) => ({ key, text: ruleText(key) }))} value={rule} onChange={setRule} />
      <View className="ll-t3 ll-mt-8 ll-mb-8">{words.legalWho}</View>
      <Written id="approved-by" value={approvedBy} most={40} hint={words.legalWhoHint} onChange={setApprovedBy} />
      <View className="ll-t3 ll-mt-8">{words.legalDay}</View>
      <Picker mode="date" value={date} end={today} onChange={(event) => setDate(event.detail.value)}>
        <View className="payout-day" id="approved-day">
          {date}
        </View>
      </Picker>
      <View className="ll-t3 ll-mb-8">{words.legalReference}</View>
      <Written id="reference" value={reference} most={100} hint={words.legalReferenceHint} onChange={setReference} />
    </Sheet>
  );
}
