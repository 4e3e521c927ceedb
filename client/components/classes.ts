/** Joins class names, leaving out what is false: `classes('ll-btn', big && 'll-btn--big')`. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
