import type { BoardPrize } from '@rooms/draw/contract';
import { staffDrawWords as words } from '@/text/areas/staff-draw';

/** Parts of 1,000,000 as people read them: 2,000 → '0.2%'. */
export const percentOfPpm = (ppm: number): string => `${ppm / 10_000}%`;

export const outText = ({ out, count, unit }: BoardPrize): string =>
  count === null ? words.outEndless : words.out(out, count, unit);

/** 「中奖率 3%，这会儿最多 96 盒，今天还能放 12 盒」 */
export const boardNotes = ({ oddsPpm, allowedNow, leftToday, unit }: BoardPrize): string =>
  [
    words.odds(percentOfPpm(oddsPpm)),
    ...(allowedNow === null ? [] : [words.allowed(allowedNow, unit)]),
    ...(leftToday === null ? [] : [words.leftToday(leftToday, unit)]),
  ].join('，');
