import type { OrderView, PaidLineView, RefundPreview } from '@rooms/order/contract';

export type Reason = NonNullable<OrderView['refunds'][number]['reason']>;

/** Money back, or the same goods once more. */
export type Remedy = 'money' | 'exchange';

/** What the resident has chosen so far. */
export interface Claim {
  readonly units: { readonly [lineId: string]: number };
  readonly reason: Reason | null;
  readonly remedy: Remedy;
}

/** Nothing has set off: lines are left out at once, and nobody asks why. */
export const isBeforeDispatch = ({ state }: Pick<OrderView, 'state'>): boolean =>
  state === 'paid' || state === 'picked';

export const firstClaim = (order: Pick<OrderView, 'state'>): Claim => ({
  units: {},
  reason: isBeforeDispatch(order) ? 'unwanted' : null,
  remedy: 'money',
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

/** The same goods again are no help to who does not want them, nor before they are there. */
export const canExchange = ({ can }: Pick<OrderView, 'can'>, { reason }: Claim): boolean =>
  can.includes('exchange') && reason !== null && reason !== 'unwanted';
