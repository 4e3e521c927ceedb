import type { PayoutCard } from '@rooms/reward/contract';
import { useState } from 'react';
import { useTap } from '@/hooks/useTap';
import type { StaffDoor } from '@/services/doors';
import { staff } from '@/services/doors';
import type { Reply } from '@/services/reply';
import { confirm as agree, toast } from '@/services/toast';
import { staffPayoutWords as words } from '@/text/areas/staff-payouts';
import { yuanText } from '@/text/money';
import { toastRefusal } from '@/text/trouble';
import type { InputOf } from '../../../../../cloudfunctions/contract';

export type ApprovalInput = InputOf<StaffDoor['reward.recordApproval']>;

type Open = { form: 'withhold'; payoutId: string } | { form: 'approval' };

/** What staff does to payouts and approvals; each shows what came of it, and the list as it is then. */
export function usePayoutDeeds(refresh: () => Promise<void>) {
  const [open, setOpen] = useState<Open | null>(null);
  const done = async (reply: Reply<unknown>, said: string) => {
    if (reply.ok) toast(said);
    else toastRefusal(reply);
    setOpen(null);
    await refresh();
  };
  const confirm = useTap(async ({ payoutId, fen }: Pick<PayoutCard, 'payoutId' | 'fen'>) => {
    const { confirmTitle: title, confirmYes: yes, confirmNo: no } = words;
    if (!(await agree({ title, content: words.confirmNote(yuanText(fen)), yes, no }))) return;
    await done(await staff.act(`confirm-${payoutId}`, 'reward.confirmPayout', { payoutId }), words.confirmed);
  });
  const withheld = useTap(async (reason: string) => {
    if (open?.form !== 'withhold') return;
    const { payoutId } = open;
    await done(await staff.act(`withhold-${payoutId}`, 'reward.withholdPayout', { payoutId, reason }), words.withheld);
  });
  const recorded = useTap(async (input: ApprovalInput) =>
    done(await staff.act('record-approval', 'reward.recordApproval', input), words.legalSaved),
  );
  const end = useTap(async (approvalId: string) =>
    done(await staff.act(`end-${approvalId}`, 'reward.endApproval', { approvalId }), words.legalEnded),
  );
  return {
    open,
    busy: confirm.busy || withheld.busy || recorded.busy || end.busy,
    confirm: confirm.tap,
    withhold: (payoutId: string) => setOpen({ form: 'withhold', payoutId }),
    withheld: withheld.tap,
    add: () => setOpen({ form: 'approval' }),
    recorded: recorded.tap,
    end: end.tap,
    close: () => setOpen(null),
  };
}
