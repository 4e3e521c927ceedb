import { MEASURED } from '../../tools/bench/acts';
import { type Ground, openGround } from '../../tools/bench/ground';
import { roundTripsOf } from '../../tools/bench/round-trips';

describe('sequential round trips of a warm function, counted on the wire', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround({ workers: 1 });
  }, 60_000);
  afterAll(() => ground.stop());

  test.each([...MEASURED])(
    '$name: at most $target',
    async (measured) => {
      const { sequential, requests } = await roundTripsOf(ground, measured);
      expect(requests).toBeGreaterThan(0);
      expect(sequential).toBeLessThanOrEqual(measured.target);
    },
    60_000,
  );
});
