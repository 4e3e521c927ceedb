/** A title within a sentence: Chinese stands close, digits and Latin letters keep a space: 「落在 88 积分的区间」. */
export function inside(title: string): string {
  const plain = /[0-9A-Za-z%]/;
  const before = plain.test(title.slice(0, 1)) ? ' ' : '';
  const after = plain.test(title.slice(-1)) ? ' ' : '';
  return `${before}${title}${after}`;
}
