/** Characters that take two columns of a terminal: CJK with its punctuation, kana, hangul, full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) ? 2 : 1), 0);
}

export type Align = 'left' | 'right';

/** Rows as columns, two spaces between; the last column is not filled up. */
export function columns(rows: readonly (readonly string[])[], aligns: readonly Align[] = []): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, c) => Math.max(0, ...rows.map((row) => widthOf(row[c] ?? ''))));
  return rows.map((row) => {
    const cells = row.map((cell, c) => {
      const fill = ' '.repeat((widths[c] ?? 0) - widthOf(cell));
      return aligns[c] === 'right' ? fill + cell : cell + fill;
    });
    return cells.join('  ').trimEnd();
  });
}
