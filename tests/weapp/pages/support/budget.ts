import type { SetDataCost, Weapp } from '../../harness';

/** The budgets of the client (docs; WeChat's own score allows 256 KB and 20 calls a second). */
export const BUDGET = {
  setDataBytes: 64 * 1024,
  setDataCalls: 8,
  nodes: 500,
  depth: 20,
  cloudCallsOfHome: 2,
} as const;

/** One interaction's setData. */
export function expectCheap(cost: SetDataCost): void {
  const { calls, bytes, largest } = cost;
  const within = bytes <= BUDGET.setDataBytes && calls <= BUDGET.setDataCalls;
  if (!within)
    throw new Error(`setData ${bytes} bytes in ${calls} calls; largest ${JSON.stringify(largest.slice(0, 5))}`);
}

/** A page as it stands. */
export function expectSmall({ size, route }: Weapp): void {
  expect({ route, ...size, isSmall: size.nodes < BUDGET.nodes && size.depth < BUDGET.depth }).toMatchObject({
    isSmall: true,
  });
}

/** Nothing was reported as an error, and no wx function is missing. */
export const expectCalm = ({ errors }: Weapp): void => expect(errors).toEqual([]);
