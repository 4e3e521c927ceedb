import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { serverNowMs } from '@/services/clock';
import { staff } from '@/services/doors';
import { toast } from '@/services/toast';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { toastRefusal } from '@/text/trouble';
import { batchOf, type Choices, couponsFor, type Draft, emptyDraft, endOf, linkOf } from './draft';
import { Picks } from './Picks';

interface MakeSheetProps {
  of: 'batches' | 'links';
  onClose: () => void;
  onMade: () => void;
}

/** A batch or a link in one go: a name, and a tap for everything else. */
export function MakeSheet({ of, onClose, onMade }: MakeSheetProps) {
  const load = useLoad(() => staff.ask('outreach.choices', {}), []);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const full = load.data ? filled(draft, load.data, of) : draft;
  const make = useTap(async () => {
    if (!load.data) return;
    const endsAtMs = endOf(full, load.data, serverNowMs());
    const reply =
      of === 'batches'
        ? await staff.act('batch', 'outreach.makeBatch', batchOf(full, endsAtMs))
        : await staff.act('link', 'outreach.makeLink', linkOf(full, endsAtMs));
    if (!reply.ok) return toastRefusal(reply);
    toast(words.made);
    onMade();
  });
  const missing = missingIn(full, of);
  return (
    <Sheet
      open
      onClose={onClose}
      title={of === 'batches' ? words.makeBatch : words.makeLink}
      action={
        <Button size="big" block disabled={missing !== null} busy={make.busy} onTap={() => make.tap()} id="make-it">
          {missing ?? (of === 'batches' ? words.makeBatch : words.makeLink)}
        </Button>
      }
    >
      <AsyncView load={load} skeleton={<SkeletonList />} kept={words.kept}>
        {(choices) => (
          <Picks of={of} draft={full} choices={choices} onChange={(more) => setDraft({ ...full, ...more })} />
        )}
      </AsyncView>
    </Sheet>
  );
}

/** What is not chosen yet is the first there is, so that most batches are a name and a tap. */
function filled(draft: Draft, choices: Choices, of: MakeSheetProps['of']): Draft {
  const campaignId = draft.campaignId ?? choices.campaigns[0]?.campaignId ?? null;
  const coupons = couponsFor(choices, campaignId, of);
  const kept = coupons.some(({ templateId }) => templateId === draft.templateId) ? draft.templateId : null;
  const templateId = draft.templateId === '' && of === 'links' ? '' : (kept ?? coupons[0]?.templateId ?? null);
  const estateId = draft.estateId ?? (of === 'batches' ? (choices.estates[0]?.estateId ?? null) : null);
  return { ...draft, campaignId, templateId, estateId };
}

function missingIn({ title, templateId }: Draft, of: MakeSheetProps['of']): string | null {
  if (title.trim() === '') return words.nameMissing;
  return of === 'batches' && templateId === null ? words.couponMissing : null;
}
