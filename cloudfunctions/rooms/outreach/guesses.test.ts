import { aLaunchShop, dataOf } from '../../../tests/support/launch-shop';
import { treeSeed } from '../../../tests/support/tree-seed';
import { seededRandom } from '../../../tests/support/world';
import type { Result } from '../../kernel/result';
import { outreachRoom } from '.';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const GUESSES = 1_000_000;
const GUESSERS = 400;

test('1,000,000 guesses at codes hit nothing, read no code and cost 10 writes a guesser', async () => {
  const { world, flyers } = await aLaunchShop();
  dataOf(await world.call('ann', 'outreach.land', { scene: flyers.active }));
  const land = outreachRoom.resident?.['outreach.land'];
  if (!land) throw new Error('no landing');
  const random = seededRandom(treeSeed());
  const pool = Array.from(random.bytes(65_536), (byte) => ALPHABET[byte & 63]).join('');
  const piece = () => {
    const at = random.below(pool.length - 9);
    return pool.slice(at, at + 9);
  };
  const text = (length: number) => (piece() + piece() + piece()).slice(0, length);
  /** Out of nothing; a flyer's own number with a made-up signature; a true code's beginning; one of the old form. */
  const guesses = [
    () => text(27),
    () => flyers.active.slice(0, 11) + text(16),
    () => flyers.active.slice(0, 24) + text(3),
    () => text(16),
  ];
  const answers = new Map<string, number>();
  world.db.restart();
  for (let who = 0; who < GUESSERS; who += 1) {
    const context = world.as(`guesser${who}`);
    const call = { requestKey: '', atMs: context.nowMs, inputHash: '' };
    for (let n = 0; n < GUESSES / GUESSERS; n += 1) {
      const scene = guesses[n % guesses.length]?.() ?? '';
      const reply: Result<unknown> = await land.run(context, { scene }, call);
      const code = reply.ok ? `hit ${scene}` : reply.code;
      answers.set(code, (answers.get(code) ?? 0) + 1);
    }
  }
  expect(Object.fromEntries(answers)).toEqual({
    FLYER_UNKNOWN: GUESSERS * 10,
    TOO_MANY_TRIES: GUESSES - GUESSERS * 10,
  });
  expect(world.engine.dump('visits')).toHaveLength(1);
  expect(world.db.meter.writes).toBeLessThanOrEqual(GUESSERS * 11);
}, 120_000);

test('a code that is not ours is refused at sight: a warm function asks the database for no flyer, batch or link', async () => {
  const { world, flyers } = await aLaunchShop();
  dataOf(await world.call('ann', 'outreach.land', { scene: flyers.active }));
  const asked: string[] = [];
  world.db.decide = ({ collection }) => {
    asked.push(collection);
    return 'answer';
  };
  const forged = flyers.active.slice(0, 11) + 'A'.repeat(16);
  expect(await world.call('bob', 'outreach.land', { scene: forged })).toMatchObject({ code: 'FLYER_UNKNOWN' });
  expect(
    await world.call('bob', 'outreach.claim', { scene: forged, templateId: 'hello60' }, world.key()),
  ).toMatchObject({ code: 'FLYER_UNKNOWN' });
  expect(new Set(asked)).toEqual(new Set(['guesses']));
});
