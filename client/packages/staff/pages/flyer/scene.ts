/**
 * The flyer's code in what a camera read or a person wrote: the bare code, a mini-program code's path
 * (`packages/…?scene=…`), or a link. Null: nothing shaped like one of ours.
 */
export function sceneIn(text: string): string | null {
  const named = /[?&]scene=([^&#\s]+)/.exec(text)?.[1];
  const code = named === undefined ? text.trim() : unescaped(named);
  return /^[A-Za-z0-9_-]{8,32}$/.test(code) ? code : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
