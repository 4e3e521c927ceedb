import type { OrderView, PaidLineView, RefundPreview } from '@rooms/order/contract';

export type Reason = NonNullable<OrderView['refunds'][number]['reason']>;

/** What the resident has chosen so far. */
export interface Claim {
  readonly units: { readonly [lineId: string]: number };
  readonly reason: Reason | null;
}

/** Nothing has set off: lines are left out at once, and nobody asks why. */
export const isBeforeDispatch = ({ state }: Pick<OrderView, 'state'>): boolean =>
  state === 'paid' || state === 'picked';

export const firstClaim = (order: Pick<OrderView, 'state'>): Claim => ({
  units: {},
  reason: isBeforeDispatch(order) ? 'unwanted' : null,
});

/** The chosen units as the server is asked: in the order of the lines, never more than what is left of one. */
export function chosenOf(lines: readonly PaidLineView[], { units }: Claim): { lineId: string; units: number }[] {
  return lines.flatMap(({ lineId, unitsLeft }) => {
    const chosen = Math.min(units[lineId] ?? 0, unitsLeft);
    return chosen > 0 ? [{ lineId, units: chosen }] : [];
  });
}

/** How the money comes, as the server says for these pictures; `picture`: support looks first, but for one it would not. */
export const wayOf = ({ way, pictureHelps }: Pick<RefundPreview, 'way' | 'pictureHelps'>) =>
  pictureHelps ? 'picture' : way;
