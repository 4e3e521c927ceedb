const wholeTurns = 5;

/**
 * The angle at which sector `index` of `sectors` stands under the pointer, reached from `fromDeg` by 5 whole turns and what
 * is missing, always clockwise: 0 → sector 3 of 8 gives 5 × 360 + 225 = 2,025. Sector 0 stands at the top before the first turn.
 */
export function angleTo(index: number, fromDeg: number, sectors: number): number {
  const rest = ((((-index * 360) / sectors - fromDeg) % 360) + 360) % 360;
  return fromDeg + wholeTurns * 360 + rest;
}

/** The disc's fields by turns in two colours; an odd number has a third, so that no two neighbours are one. */
export function discOf(sectors: number): string {
  const step = 360 / sectors;
  const fields = Array.from({ length: sectors }, (_, index) => {
    const isLastOfOdd = sectors % 2 === 1 && index === sectors - 1;
    const colour = isLastOfOdd ? 'card' : `c-wheel-${index % 2 === 0 ? 'a' : 'b'}`;
    return `var(--ll-${colour}) ${index * step}deg ${(index + 1) * step}deg`;
  });
  return `conic-gradient(from ${-step / 2}deg, ${fields.join(', ')})`;
}
