/** A card's code in a page's query (WeChat hands it over escaped); null: nothing shaped like one. */
export function sceneOf(query: Readonly<Record<string, string | undefined>>): string | null {
  const text = unescaped(query.scene ?? '');
  return /^[A-Za-z0-9_-]{32}$/.test(text) ? text : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
