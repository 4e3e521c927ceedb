import { hashOf } from '../../../kernel/ids';
import { type Refusal, refuse } from '../../../kernel/result';
import type { Batch } from './batch';

export const PLACES = ['gate', 'lift', 'board', 'letterbox', 'stall', 'other'] as const;
export type Place = (typeof PLACES)[number];

/** One printed flyer (传单), or one poster on a wall, with a code of its own (product.md A5). */
export type Flyer = {
  /** Hash of the code: who reads the index cannot print codes from it. */
  readonly _id: string;
  /** Raised by every change of staff. */
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
};

export const flyerId = (scene: string): string => `f_${hashOf('flyer', scene)}`;

/** The entry channel that orders are attributed to. */
export const flyerChannelId = (id: string): string => `flyer_${id}`;

/** A flyer as it leaves the printer: asleep, on nobody's name. */
export function printedFlyer(batch: Batch, scene: string, number: number): Flyer {
  return {
    _id: flyerId(scene),
    rev: 0,
    scene,
    batchId: batch._id,
    batchTitle: batch.title,
    batchSize: batch.size,
    number,
    printedAtMs: batch.madeAtMs,
    estateId: batch.estateId,
    estateName: batch.estateName,
    campaignId: batch.campaignId,
    templateId: batch.templateId,
    expiresAtMs: batch.expiresAtMs,
    state: 'printed',
    place: null,
    note: '',
    promoterId: null,
    promoterName: null,
    activatedAtMs: null,
  };
}

/** States a flyer can be seen in: expiry is the clock's, and retiring a batch is one write for all its flyers. */
export type Standing = Flyer['state'] | 'expired';

export function standingOf(
  { state, expiresAtMs }: Pick<Flyer, 'state' | 'expiresAtMs'>,
  batch: Pick<Batch, 'state'> | null,
  nowMs: number,
): Standing {
  if (state === 'retired' || batch?.state === 'retired') return 'retired';
  return nowMs >= expiresAtMs ? 'expired' : state;
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
