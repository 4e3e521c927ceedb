/** What a funnel is of. channel: one flyer, card, group, link. place: one kind of place of a batch. */
export const FUNNEL_BY = ['channel', 'kind', 'batch', 'place', 'promoter'] as const;
export type FunnelBy = (typeof FUNNEL_BY)[number];

/** How far somebody came by a channel. */
export type Counts = {
  readonly scanned: number;
  readonly joined: number;
  readonly claimed: number;
  readonly paid: number;
};
export const NO_COUNTS: Counts = { scanned: 0, joined: 0, claimed: 0, paid: 0 };

/** People by how far they came. Always what the visits say: set by counting them, never added to. */
export type FunnelRow = Counts & {
  readonly _id: string;
  /** Raised by every write: the condition of the next one. */
  readonly rev: number;
  readonly by: FunnelBy;
  /** Channel id, kind, batch id, place or staff id. */
  readonly key: string;
  /** Of a place: whose; else null. */
  readonly batchId: string | null;
  /** Sorts those that brought the most people first, and no two alike. */
  readonly rank: string;
  /** By the Shanghai day (yyyymmdd) on which the people first came. */
  readonly days: { readonly [day: string]: Counts };
};

export type FunnelOf = Pick<FunnelRow, '_id' | 'by' | 'key' | 'batchId'>;

export const funnelId = (by: FunnelBy, key: string, batchId: string | null = null): string =>
  batchId === null || by === 'batch' ? `${by}_${key}` : `${by}_${batchId}_${key}`;

const funnelOf = (by: FunnelBy, key: string, batchId: string | null = null): FunnelOf => ({
  _id: funnelId(by, key, batchId),
  by,
  key,
  batchId,
});

/** As far as a visit says where it is counted. */
export interface Counted {
  readonly channelId: string;
  readonly kind: string;
  readonly batchId: string | null;
  readonly place: string | null;
  readonly promoterId: string | null;
}

/** Every funnel that a visit is counted in. */
export function funnelsOf({ channelId, kind, batchId, place, promoterId }: Counted): FunnelOf[] {
  return [
    funnelOf('channel', channelId),
    funnelOf('kind', kind),
    ...(batchId ? [funnelOf('batch', batchId)] : []),
    ...(batchId && place ? [funnelOf('place', place, batchId)] : []),
    ...(promoterId ? [funnelOf('promoter', promoterId)] : []),
  ];
}

const FIELD = { channel: 'channelId', kind: 'kind', batch: 'batchId', place: 'place', promoter: 'promoterId' } as const;

/** Which visits of a day are in it. */
export function visitsIn({ by, key, batchId }: FunnelOf, day: string): { readonly [field: string]: string } {
  return { [FIELD[by]]: key, ...(by === 'place' && batchId ? { batchId } : {}), day };
}

/** What a row says once one of its days was counted anew; its totals are the sums of its days. */
export function withDay(
  { _id, days: before }: Pick<FunnelRow, '_id' | 'days'>,
  day: string,
  counts: Counts,
): Counts & Pick<FunnelRow, 'rank' | 'days'> {
  const days = { ...before, [day]: counts };
  const sum = (stage: keyof Counts) => Object.values(days).reduce((total, each) => total + each[stage], 0);
  const [scanned, joined, claimed, paid] = [sum('scanned'), sum('joined'), sum('claimed'), sum('paid')];
  return { scanned, joined, claimed, paid, rank: rankOf(_id, scanned), days };
}

const MOST_COUNTED = 10 ** 9;

export const rankOf = (id: string, scanned: number): string =>
  `${String(MOST_COUNTED - scanned).padStart(10, '0')}~${id}`;
