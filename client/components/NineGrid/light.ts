/** Fields around the button. */
export const ringFields = 8;

/** The nine places row by row, each with its field clockwise from the upper left corner; null: the button. */
export const places: readonly (number | null)[] = [0, 1, 2, 7, null, 3, 6, 5, 4];

/** Place of a field, row by row, 0 to 8. */
export const placeOf = (index: number): number => places.indexOf(index);

const quickMs = 480;
const quickRounds = 4;
const slowMs = 960;
const lastMs = 2_400;
const beforeLastMs = quickRounds * quickMs + slowMs;

/**
 * The light's way to a field as one value of CSS `animation`: four quick rounds, a slow one, and of the slowest as many
 * eighths as the field stands from the corner.
 */
export function lightRun(index: number): string {
  const [quick, slow, last] = [quickMs, slowMs, lastMs].map((ms) => `ll-nine-ring ${ms}ms step-end`);
  return [
    `${quick} ${quickRounds}`,
    `${slow} ${quickRounds * quickMs}ms`,
    `${last} ${beforeLastMs}ms ${index / ringFields} forwards`,
  ].join(', ');
}

/** How long it takes, with a moment to rest on the field. */
export function lightMs(index: number): number {
  const restMs = lastMs / ringFields;
  return beforeLastMs + (index / ringFields) * lastMs + restMs;
}
