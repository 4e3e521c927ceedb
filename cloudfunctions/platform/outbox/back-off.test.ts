import { MINUTE_MS } from '../../kernel/period';
import { backOffMs } from './back-off';

test('after failures 1 to 8: 1, 2, 4, 8, 16, 32, 60, 60 minutes', () => {
  const minutes = Array.from({ length: 8 }, (_, n) => backOffMs(n + 1) / MINUTE_MS);
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});
