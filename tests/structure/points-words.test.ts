import { pointsKindText } from '../../client/text/points';
import { POINTS_KINDS } from '../../cloudfunctions/kernel/wallet';

const UNKNOWN = pointsKindText('no-such-kind');

test.each(POINTS_KINDS)('the app has words of its own for points that moved by %s', (kind) => {
  const text = pointsKindText(kind);
  expect(text).toMatch(/[\u4e00-\u9fff]/);
  expect(text).not.toBe(UNKNOWN);
  expect(POINTS_KINDS.filter((other) => pointsKindText(other) === text)).toEqual([kind]);
});
