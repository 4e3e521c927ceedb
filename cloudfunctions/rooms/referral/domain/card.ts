import type { Quantities } from '../../../kernel/cell';
import { hashOf } from '../../../kernel/ids';
import { type EpochMs, shanghaiDay, startOfShanghaiDay, yyyymmdd } from '../../../kernel/period';
import type { Programme } from './programme';

/** How its resident wants to be named on it. */
export type CardDress = {
  /** Checked before it was stored; '': the masked name. */
  readonly name: string;
  readonly lineId: string;
  readonly showsBuilding: boolean;
  readonly showsGoods: boolean;
};

/** What its resident often bought, where it is shown; its shelves as they were then. */
export type CardGood = {
  readonly productId: string;
  readonly times: number;
  readonly shelfCellIds: readonly string[];
};

/** A resident's card (名片) of one campaign: link, poster and code are the same card. */
export type Card = {
  readonly _id: string;
  readonly rev: number;
  readonly campaignId: string;
  readonly inviterId: string;
  /** 96 random bits, the second half of its scene: who knows the id cannot make the scene. */
  readonly secret: string;
  readonly dress: CardDress;
  /** As they are shown, frozen when it was made or dressed: opening it reads no profile. */
  readonly maskedName: string;
  readonly estateId: string | null;
  readonly estateName: string;
  readonly building: string;
  readonly goods: readonly CardGood[];
  /** Hashes of the ids that its resident's clients made for themselves, the newest last. */
  readonly devices: readonly string[];
  readonly createdAtMs: EpochMs;
  /** The message in a chat whose text WeChat keeps up to date; null: none was made yet. */
  readonly live: { readonly activityId: string; readonly endsAtMs: EpochMs } | null;
};

/** 12 bytes each: a scene is the card's 96 bits and 96 more that nobody can guess, 32 characters in all. */
const HALF_CHARS = 16;
export const SECRET_BYTES = 12;

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** One card a resident and campaign, found from either. */
export const cardIdOf = (campaignId: string, inviterId: string): string =>
  `c_${hashOf('card', campaignId, inviterId).slice(0, 2 * SECRET_BYTES)}`;

export function secretOf(bytes: Uint8Array): string {
  if (bytes.length !== SECRET_BYTES) throw new RangeError(`a secret takes ${SECRET_BYTES} random bytes`);
  return toText(bytes);
}

export const sceneOf = ({ _id, secret }: Pick<Card, '_id' | 'secret'>): string =>
  `${toText(Buffer.from(_id.slice('c_'.length), 'hex'))}${secret}`;

/** Which card a scene speaks of; whether it is that card's own is seen by its secret. */
export function readScene(scene: string): { readonly cardId: string; readonly secret: string } {
  const cardId = `c_${Buffer.from(scene.slice(0, HALF_CHARS), 'base64url').toString('hex')}`;
  return { cardId, secret: scene.slice(HALF_CHARS) };
}

/** The entry channel that orders are attributed to. */
export const channelIdOf = ({ _id }: Pick<Card, '_id'>): string => `card_${_id}`;

/** The counters of its limits: `n` in all, and one a Shanghai day. */
export const limitCellId = (cardId: string): string => `card_${cardId}`;
const dayKey = (atMs: EpochMs): string => `d${yyyymmdd(atMs)}`;

export function limitsOf({ startsAtMs, endsAtMs, mostPerDay, mostInAll }: Programme): Quantities {
  const [first, last] = [shanghaiDay(startsAtMs), shanghaiDay(endsAtMs - 1)];
  const days = Array.from({ length: last - first + 1 }, (_, i) => dayKey(startOfShanghaiDay(first + i)));
  return { n: mostInAll, ...Object.fromEntries(days.map((key) => [key, mostPerDay])) };
}

/** What one binding takes of them, on the day that it happens. */
export const bindingUnits = (nowMs: EpochMs): Quantities => ({ n: 1, [dayKey(nowMs)]: 1 });

type Days = Pick<Programme, 'mostPerDay'>;

/** The day's counter; a card made before its programme was prolonged has none yet, and nobody was bound by it that day. */
export const limitOfDay = ({ mostPerDay }: Days, nowMs: EpochMs): Quantities => ({ [dayKey(nowMs)]: mostPerDay });
export const hasDay = (left: Quantities, nowMs: EpochMs): boolean => left[dayKey(nowMs)] !== undefined;

export function leftOf(left: Quantities, { mostPerDay }: Days, nowMs: EpochMs) {
  const inAll = left.n ?? 0;
  return { today: Math.min(inAll, left[dayKey(nowMs)] ?? mostPerDay), inAll };
}

const MOST_DEVICES = 5;

/** Null: it is known. */
export function withDevice(devices: readonly string[], deviceHash: string): readonly string[] | null {
  return devices.includes(deviceHash) ? null : [...devices, deviceHash].slice(-MOST_DEVICES);
}

export const deviceHashOf = (deviceId: string): string => hashOf('device', deviceId);
