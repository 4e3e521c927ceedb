/** Sectors of the disc; sector 0 stands at the top before the first turn. */
export const sectors = 8;
const step = 360 / sectors;
const wholeTurns = 5;

/**
 * The angle at which sector `index` stands under the pointer, reached from `fromDeg` by 5 whole turns and what is
 * missing, always clockwise: 0 → sector 3 gives 5 × 360 + 225 = 2,025.
 */
export function angleTo(index: number, fromDeg: number): number {
  const rest = (((-index * step - fromDeg) % 360) + 360) % 360;
  return fromDeg + wholeTurns * 360 + rest;
}
