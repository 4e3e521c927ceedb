import { aProgramme, aQuarter } from '../../../../tests/support/referring';
import { START_MS } from '../../../../tests/support/world';
import { DAY_MS } from '../../../kernel/period';
import { publishProgramme } from './publish';

test('a programme prolonged by a week: cards that were made before bind their 20 a day in it', async () => {
  const endsAtMs = START_MS + 2 * DAY_MS;
  const q = await aQuarter({ programme: { endsAtMs } });
  for (const name of ['gui', 'ann']) q.moveIn(name);
  const scene = await q.cardOf('gui');
  const longer = aProgramme({ version: 2, endsAtMs: endsAtMs + 7 * DAY_MS });
  expect(await publishProgramme(q.context(), longer)).toMatchObject({ ok: true });
  q.advance(5 * DAY_MS);
  const card = await q.call('gui', 'referral.card', { deviceId: 'g'.repeat(22) });
  expect(card).toMatchObject({ ok: true, data: { leftToday: 20 } });
  expect((await q.landed('ann', scene)).standing).toEqual({ state: 'open' });
  expect(await q.bound('ann', scene)).toMatchObject({ state: 'bound' });
  const states = [];
  for (let n = 0; n < 20; n += 1) states.push((await q.bind(`n${n}`, scene)).ok);
  expect(states.filter((isBound) => isBound).length).toBe(19);
  const cell = q.engine.dump<{ _id: string; left: { n: number } }>('cells').find(({ _id }) => _id.startsWith('card_'));
  expect(cell?.left.n).toBe(30);
});
