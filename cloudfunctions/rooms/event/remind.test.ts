import { cancel, EVENT, eventOf, eventWorld, signUp } from '../../../tests/support/event-world';
import { START_MS, type World } from '../../../tests/support/world';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/period';

/** Tomorrow at 10:00; it is 10:00 now. */
const TOMORROW = { startsAtMs: START_MS + DAY_MS, endsAtMs: START_MS + DAY_MS + 2 * HOUR_MS };

const agree = (world: World, name = 'ann') =>
  world.call(name, 'notice.agree', { messages: [{ kind: 'event-soon', about: EVENT }] });

/** Each minute from now until then. */
async function until(world: World, atMs: number): Promise<void> {
  world.nowMs = atMs;
  await world.tick();
  world.advance(MINUTE_MS);
  await world.tick();
}

async function world(): Promise<World> {
  const made = await eventWorld(TOMORROW);
  await signUp(made, 'ann');
  return made;
}

test('who comes and agreed is reminded at 20:00 the evening before, once', async () => {
  const w = await world();
  expect(await agree(w)).toMatchObject({ ok: true, data: { kept: ['event-soon'] } });
  await until(w, START_MS + 10 * HOUR_MS - 2 * MINUTE_MS);
  expect(w.messages).toEqual([]);
  await until(w, START_MS + 10 * HOUR_MS);
  await until(w, START_MS + 12 * HOUR_MS);
  expect(w.messages).toMatchObject([{ openid: 'o_ann', templateId: 'local_event_soon' }]);
});

test('who is not coming any more hears nothing; who never signed up is not kept', async () => {
  const w = await world();
  expect(await agree(w, 'bob')).toMatchObject({ ok: true, data: { kept: [] } });
  await agree(w);
  await cancel(w, 'ann');
  await until(w, START_MS + 10 * HOUR_MS);
  expect(w.messages).toEqual([]);
});

test('an event that was called off says so', async () => {
  const w = await world();
  await agree(w);
  const said: string[] = [];
  w.wechat.sendSubscribeMessage = async ({ data }) => {
    said.push(...Object.values(data));
    return 'sent';
  };
  w.engine.put('events', { ...eventOf(w), state: 'called-off' });
  await until(w, START_MS + 10 * HOUR_MS);
  expect(said).toContain('活动取消了，不用来了');
});
