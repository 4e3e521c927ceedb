import { hashOf } from '../../../kernel/ids';
import { type Refusal, refuse } from '../../../kernel/result';

export type Place = 'gate' | 'lift' | 'board' | 'letterbox' | 'stall' | 'other';

/** One printed flyer (传单), or one poster on a wall, with a code of its own (product.md A5). */
export type Flyer = {
  /** Hash of the code: who reads the index cannot print codes from it. */
  readonly _id: string;
  /** Raised by every change of staff; counts do not touch it. */
  readonly rev: number;
  readonly scene: string;
  readonly batchId: string;
  readonly batchTitle: string;
  readonly batchSize: number;
  /** 1 to batchSize */
  readonly number: number;
  readonly printedAtMs: number;
  readonly estateId: string;
  readonly estateName: string;
  readonly campaignId: string;
  /** The flyer's own coupon. */
  readonly templateId: string;
  readonly expiresAtMs: number;
  readonly state: 'printed' | 'active' | 'retired';
  readonly place: Place | null;
  /** The promoter's own words for the place: 3 号楼电梯口. */
  readonly note: string;
  readonly promoterId: string | null;
  readonly promoterName: string | null;
  readonly activatedAtMs: number | null;
  readonly scanned: number;
  readonly claimed: number;
  /** By Shanghai day (yyyymmdd). */
  readonly days: { readonly [day: string]: { readonly scanned?: number; readonly claimed?: number } };
};

/** 12 bytes are 96 bits: a code cannot be guessed (compliance.md asks for 80); 16 characters fit WeChat's 32. */
export const SCENE_BYTES = 12;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The code of a flyer from random bytes, in characters that a mini-program code's scene may hold. */
export function sceneOf(bytes: Uint8Array): string {
  if (bytes.length !== SCENE_BYTES) throw new RangeError(`a scene takes ${SCENE_BYTES} random bytes`);
  let scene = '';
  for (let i = 0; i < SCENE_BYTES; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | (b << 8) | c;
    for (const shift of [18, 12, 6, 0]) scene += BASE64URL[(bits >> shift) & 63];
  }
  return scene;
}

export const flyerId = (scene: string): string => `f_${hashOf('flyer', scene)}`;

/** The entry channel that orders are attributed to. */
export const channelId = (flyer: Pick<Flyer, '_id'>): string => `flyer_${flyer._id}`;

/** States a flyer can be seen in: expiry is the clock's, not a write's. */
export type Standing = Flyer['state'] | 'expired';

export function standingOf({ state, expiresAtMs }: Pick<Flyer, 'state' | 'expiresAtMs'>, nowMs: number): Standing {
  return state !== 'retired' && nowMs >= expiresAtMs ? 'expired' : state;
}

/** Why a resident's scan of it opens nothing; null: it is active. */
export function refusalOf(standing: Standing): Refusal | null {
  switch (standing) {
    case 'active':
      return null;
    case 'printed':
      return refuse('FLYER_SLEEPING', {});
    case 'retired':
      return refuse('FLYER_RETIRED', {});
    case 'expired':
      return refuse('FLYER_EXPIRED', {});
  }
}

/** From what staff may take a flyer to what: a retired one never wakes again, for its paper may be anywhere. */
export const MOVES: { readonly [From in Flyer['state']]: readonly Flyer['state'][] } = {
  printed: ['active', 'retired'],
  active: ['active', 'retired'],
  retired: ['retired'],
};
