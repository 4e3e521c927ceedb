import { ok, type Result, refuse } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import { openCell } from '../../../platform/holds/open-cell';
import { readWallet } from '../../../platform/holds/wallets';
import { activeStaff } from '../../../platform/staff';
import { type Resident, readResident } from '../../account';
import { type Head, readHead } from '../../campaign';
import type { MyCardView } from '../contract';
import {
  type Card,
  cardIdOf,
  deviceHashOf,
  leftOf,
  limitCellId,
  limitsOf,
  SECRET_BYTES,
  sceneOf,
  secretOf,
  withDevice,
} from '../domain/card';
import type { Programme } from '../domain/programme';
import { findCard, insertCard, writeCard } from '../store';
import { faceOf } from './face';
import { personOf } from './keep';
import { programmeFor } from './programmes';
import { programmeView } from './views';

/** The landing page that every way to a card leads to. */
export const LANDING_PAGE = 'packages/referral/pages/land/index';

export interface MyCard {
  readonly card: Card;
  readonly programme: Programme;
  readonly head: Head;
  readonly wallet: Wallet;
  readonly resident: Resident | null;
}

/**
 * The resident's card of what runs at their estate now, made at the first call: one a resident and campaign, however many
 * devices ask at once. Three round trips when warm. Refused: REFERRAL_NOT_RUNNING, REFERRAL_STAFF.
 */
export async function ownCard(context: ResidentContext): Promise<Result<MyCard>> {
  const { db, residentId } = context;
  const [head, wallet, resident, staff] = await Promise.all([
    readHead(db),
    readWallet(db, residentId),
    readResident(db, residentId),
    activeStaff(db, residentId),
  ]);
  if (staff) return refuse('REFERRAL_STAFF', {});
  const programme = await programmeFor(context, head, resident?.estateId ?? null);
  if (!programme) return refuse('REFERRAL_NOT_RUNNING', {});
  const card = await keepCard(context, programme, resident);
  return ok({ card, programme, head, wallet, resident });
}

async function keepCard(context: ResidentContext, programme: Programme, resident: Resident | null): Promise<Card> {
  const { db, residentId, nowMs, random } = context;
  const _id = cardIdOf(programme.campaignId, residentId);
  const known = await findCard(db, _id);
  if (known) return known;
  // Limits first: a card that can be found always has them.
  await openCell(db, limitCellId(_id), limitsOf(programme));
  const secret = secretOf(random.bytes(SECRET_BYTES));
  const lineId = programme.lines[0]?.lineId ?? '';
  const fresh: Card = {
    ...{ _id, rev: 0, campaignId: programme.campaignId, inviterId: residentId, secret },
    dress: { name: '', lineId, showsBuilding: false, showsGoods: false },
    ...shownOf(resident),
    ...{ goods: [], devices: [], createdAtMs: nowMs, live: null },
  };
  if ((await insertCard(db, fresh)) === 'inserted') return fresh;
  const first = await findCard(db, _id);
  if (!first) throw new Error(`card ${_id} exists and cannot be read`);
  return first;
}

/** What a card freezes of its resident's profile. */
export function shownOf(resident: Resident | null) {
  const { name: maskedName, estateName, building } = personOf(resident);
  return { maskedName, estateName, building, estateId: resident?.estateId ?? null };
}

/** One round trip, two with goods. */
export async function myCardView(context: ResidentContext, own: MyCard): Promise<MyCardView> {
  const { card, programme, head, wallet, resident } = own;
  const cellId = limitCellId(card._id);
  const shopper = { head, wallet, estateId: resident?.estateId ?? null };
  const [face, cells] = await Promise.all([faceOf(context, shopper, card, programme), readCells(context.db, [cellId])]);
  const left = leftOf(cells.get(cellId)?.left ?? {}, programme, context.nowMs);
  const scene = sceneOf(card);
  return {
    scene,
    path: `/${LANDING_PAGE}?scene=${scene}`,
    face,
    showsBuilding: card.dress.showsBuilding,
    showsGoods: card.dress.showsGoods,
    programme: programmeView(programme),
    leftToday: left.today,
    leftInAll: left.inAll,
  };
}

/** The card with what it is now called by; a device that it does not know yet is noted, so that it binds no "neighbour". */
export async function card(
  context: ResidentContext,
  { deviceId }: { readonly deviceId: string },
): Promise<Result<MyCardView>> {
  const own = await ownCard(context);
  if (!own.ok) return own;
  const { card: known, resident } = own.data;
  const devices = withDevice(known.devices, deviceHashOf(deviceId));
  const shown = shownOf(resident);
  const isStale = known.maskedName !== shown.maskedName || known.building !== shown.building;
  const isNew = devices !== null || isStale || known.estateName !== shown.estateName;
  // Lost to another device, it is noted with the next call.
  if (isNew) await writeCard(context.db, known, { ...shown, ...(devices ? { devices } : {}) });
  return ok(await myCardView(context, { ...own.data, card: { ...known, ...shown } }));
}
