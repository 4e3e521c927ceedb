import { PAGE_ROWS, type Page } from '../../../contract';
import { ok, type Result } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readWallet } from '../../../platform/holds/wallets';
import { readResident } from '../../account';
import { readHead } from '../../campaign';
import type { Gained, InvitedView, MyReferralsView, NeighbourView } from '../contract';
import type { Card } from '../domain/card';
import { programmeVersionId } from '../domain/programme';
import type { Referral } from '../domain/referral';
import { isOpen } from '../domain/states';
import { cardsOf, countOf, findCard, findReferral, NOT_REFUSED, pageOfInviter } from '../store';
import { personOf } from './keep';
import { pageOf, readCursor } from './paging';
import { programmeById, programmeFor } from './programmes';
import { underwayOf } from './underway';
import { gainedBy, NOTHING_GAINED, neighbourView, programmeView, rewardView, stateOf, stepOf } from './views';

/** Neighbours of this resident and how far each is, the newest first, and this resident's own binding. 3 round trips. */
export async function mine(
  context: ResidentContext,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<Result<MyReferralsView>> {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const { db, residentId } = context;
  const [head, wallet, resident, cards, rows, came] = await Promise.all([
    readHead(db),
    readWallet(db, residentId),
    readResident(db, residentId),
    cardsOf(db, residentId),
    pageOfInviter(db, residentId, after.data, PAGE_ROWS + 1),
    countOf(db, residentId, { state: NOT_REFUSED }),
  ]);
  const [programme, neighbours, totals, invited] = await Promise.all([
    programmeFor(context, head, resident?.estateId ?? null),
    neighboursOf(context, rows),
    totalsOf(context, cards, head.referralVersions ?? {}),
    invitedView(context, wallet),
  ]);
  return ok({ ...neighbours, programme: programme && programmeView(programme), came, ...totals, invited });
}

/** Those who have not received yet as they are called now: who took the card had no name then, and has one with an address. */
async function neighboursOf(context: ResidentContext, rows: readonly Referral[]): Promise<Page<NeighbourView>> {
  const open = rows.filter(({ state, order }) => isOpen(state) && order === null);
  const [underway, people] = await Promise.all([
    underwayOf(
      context,
      open.map(({ _id }) => _id),
    ),
    Promise.all(open.map(async ({ inviteeId }) => personOf(await readResident(context.db, inviteeId)))),
  ]);
  const named = new Map(open.map(({ _id }, index) => [_id, people[index]]));
  return pageOf(
    rows,
    ({ boundAtMs }) => boundAtMs,
    (referral) => {
      const invitee = named.get(referral._id) ?? referral.invitee;
      return neighbourView({ ...referral, invitee }, underway.get(referral._id) ?? null);
    },
  );
}

/** Counted by version of the programme, for a reward is fixed by it: no list is read however many neighbours came. */
async function totalsOf(
  context: ResidentContext,
  cards: readonly Card[],
  versions: { readonly [campaignId: string]: number },
): Promise<{ readonly received: number; readonly gained: Gained }> {
  const ids = cards.flatMap(({ campaignId }) =>
    Array.from({ length: versions[campaignId] ?? 0 }, (_, i) => programmeVersionId(campaignId, i + 1)),
  );
  const counted = await Promise.all(
    ids.map(async (programmeId) => {
      const received = await countOf(context.db, context.residentId, { state: 'rewarded', programmeId });
      if (received === 0) return { received, gained: NOTHING_GAINED };
      const { inviterReward } = await programmeById(context, programmeId);
      return { received, gained: gainedBy(inviterReward, received) };
    }),
  );
  return counted.reduce(
    (sum, { received, gained }) => ({
      received: sum.received + received,
      gained: {
        coupons: sum.gained.coupons + gained.coupons,
        couponsFen: sum.gained.couponsFen + gained.couponsFen,
        points: sum.gained.points + gained.points,
        payoutFen: sum.gained.payoutFen + gained.payoutFen,
      },
    }),
    { received: 0, gained: NOTHING_GAINED },
  );
}

async function invitedView(context: ResidentContext, { referral: bound }: Wallet): Promise<InvitedView | null> {
  if (!bound) return null;
  const { referralId, cardId, programmeId, untilMs } = bound;
  const [referral, card, programme, underway] = await Promise.all([
    findReferral(context.db, referralId),
    findCard(context.db, cardId),
    programmeById(context, programmeId),
    underwayOf(context, [referralId]),
  ]);
  if (!referral || !card) return null;
  return {
    inviterName: nameOn(card),
    reward: rewardView(programme.inviteeReward),
    ...{ step: stepOf(referral, underway.get(referralId) ?? null), state: stateOf(referral) },
    ...{ code: referral.code, untilMs },
  };
}

const nameOn = ({ dress, maskedName }: Card): string => (dress.name === '' ? maskedName : dress.name);
