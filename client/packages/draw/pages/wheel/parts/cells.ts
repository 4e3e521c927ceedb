import type { DrawPrizeView } from '@rooms/draw/contract';
import type { WheelCell } from '@/components/Wheel';
import { drawWords } from '@/text/areas/draw';
import { roundText } from '@/text/money';

/** A field has room for about this many characters of 12 px. */
const MOST_LETTERS = 7;

/** The field of a prize: goods by their picture, coupons and points by their number. */
export function wheelCell(prize: DrawPrizeView): WheelCell {
  const { drawPrizeId: id, title, picture, kind, valueFen } = prize;
  if (kind === 'points') return { id, label: '积分', number: title.match(/\d+/)?.[0] ?? roundText(valueFen) };
  // 「满 60 减 8 券」 says its number below: 「满 60 减」 and ¥8.
  if (kind === 'coupon') return { id, label: title.replace(/\s*\d*\s*券$/, ''), number: `¥${roundText(valueFen)}` };
  return { id, label: shortOf(title), picture };
}

/** Without its measure, and where that is not enough cut. */
function shortOf(title: string): string {
  if (title.length <= MOST_LETTERS) return title;
  const name = title.replace(/\s.*$/, '');
  return name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1)}…`;
}

/** Parts of 1,000,000 as people read them: 2,000 → '0.2%', 178,000 → '17.8%'. */
export const oddsText = (oddsPpm: number): string => `${oddsPpm / 10_000}%`;

export const rarestFirst = (prizes: readonly DrawPrizeView[]): DrawPrizeView[] =>
  [...prizes].sort((a, b) => a.oddsPpm - b.oddsPpm);

/** What is left and what limits it: 「还剩 18 袋，每天 2 袋，每户最多中 1 次」; '' where nothing does. */
export function limitsText({ left, unit, perDay, perResident }: DrawPrizeView): string {
  return [
    ...(left === null ? [] : [drawWords.left(left, unit)]),
    ...(perDay === null ? [] : [drawWords.perDay(perDay, unit)]),
    ...(perResident === null ? [] : [drawWords.perResident(perResident)]),
  ].join('，');
}

/** How counted prizes are let go; '' where none is counted. */
export function paceText(prizes: readonly DrawPrizeView[]): string {
  const bursts = new Set(prizes.flatMap(({ burst }) => (burst === null ? [] : [burst])));
  const [only] = bursts;
  if (only === undefined) return '';
  if (bursts.size === 1) return drawWords.pace(drawWords.paceEach(only));
  const first = prizes.flatMap(({ title, burst, unit }) =>
    burst === null ? [] : [drawWords.paceOf(title, burst, unit)],
  );
  return drawWords.pace(first.join('、'));
}
