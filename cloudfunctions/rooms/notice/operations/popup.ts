import { yyyymmdd } from '../../../kernel/period';
import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { readResident } from '../../account';
import { campaignsByHead, isFor, readHead, running } from '../../campaign';
import type { PopupView } from '../contract';
import { findPopups, markPopup } from '../store';

/**
 * The pop-up to show now: one for each campaign and Shanghai day at most, on all devices together (product.md A7), the campaign
 * that ends first before others. Asking for it marks it as shown; an answer that is lost on its way is not shown again that day.
 * Warm: one round trip where there is none, two where there is.
 */
export async function popup(context: ResidentContext): Promise<Result<{ readonly popup: PopupView | null }>> {
  const { db, residentId, nowMs } = context;
  const [head, resident, book] = await Promise.all([
    readHead(db),
    readResident(db, residentId),
    findPopups(db, residentId),
  ]);
  const day = yyyymmdd(nowMs);
  const campaign = running(head, await campaignsByHead(context, head), nowMs)
    .filter((each) => each.popup && isFor(each, resident?.estateId ?? null) && book?.days[each.campaignId] !== day)
    .sort((a, b) => a.endsAtMs - b.endsAtMs || (a.campaignId < b.campaignId ? -1 : 1))[0];
  if (!campaign?.popup) return ok({ popup: null });
  const { campaignId, endsAtMs } = campaign;
  const isMine = await markPopup(db, residentId, book, { campaignId, day });
  return ok({ popup: isMine ? { campaignId, endsAtMs, ...campaign.popup } : null });
}
