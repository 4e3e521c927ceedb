import * as v from 'valibot';
import { aWorld, type World } from '../../../tests/support/world';
import { changes, quantity, reads } from '../../contract';
import { makeRequestKey } from '../../kernel/ids';
import { DAY_MS, MINUTE_MS } from '../../kernel/period';
import { ok } from '../../kernel/result';
import { NoAnswer } from '../db';
import { operation, type Room, staffOperation } from '../room';
import { answerTimer } from './answer';

const input = v.strictObject({
  lines: v.array(v.strictObject({ quantity: quantity() })),
  text: v.optional(v.string()),
});

let ran = 0;
const room: Room = {
  resident: {
    'test.read': operation(reads(input)<{ residentId: string }>(), async ({ residentId }) => {
      ran += 1;
      return ok({ residentId });
    }),
    'test.change': operation(changes(input)<{ hash: string }>(), async (_context, _input, { inputHash }) =>
      ok({ hash: inputHash }),
    ),
    'test.bug': operation(reads(v.strictObject({}))<null>(), async () => {
      throw new Error('a secret path');
    }),
    'test.silence': operation(reads(v.strictObject({}))<null>(), async () => {
      throw new NoAnswer('test');
    }),
  },
  staff: { 'test.staff': staffOperation(reads(v.strictObject({}))<string>(), ['shop'], async (c) => ok(c.staffName)) },
};

const aDoor = (): World => {
  ran = 0;
  return aWorld([room]);
};

const lines = (quantityGiven: unknown) => ({ lines: [{ quantity: quantityGiven }] });

describe('input', () => {
  test.each([
    ['negative', -1],
    ['zero', 0],
    ['a fraction', 1.5],
    ['NaN', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['huge', 1e21],
    ['text', '1'],
    ['null', null],
    ['an operator', { $gt: 0 }],
    ['an array', [1]],
  ])('%s as quantity is INVALID_INPUT naming lines.0.quantity, and nothing runs', async (_, value) => {
    const reply = await aDoor().call('ann', 'test.read', lines(value));
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT', detail: { field: 'lines.0.quantity' } });
    expect(ran).toBe(0);
  });

  test('an unknown field is named, identity among them', async () => {
    const reply = await aDoor().call('ann', 'test.read', { lines: [], residentId: 'r_other' });
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: { field: 'residentId' } });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['a list', []],
  ])('%s instead of an object is INVALID_INPUT', async (_, value) => {
    expect(await aDoor().call('ann', 'test.read', value)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('9 levels deep or over 100 KB is INVALID_INPUT before anything is read', async () => {
    let deep: object = {};
    for (let level = 0; level < 9; level += 1) deep = { deep };
    const door = aDoor();
    expect(await door.call('ann', 'test.read', deep)).toMatchObject({ code: 'INVALID_INPUT', detail: { field: '' } });
    const big = { lines: [], text: '邻'.repeat(40_000) };
    expect(await door.call('ann', 'test.read', big)).toMatchObject({ code: 'INVALID_INPUT', detail: { field: '' } });
    expect(door.db.meter.requests).toBe(0);
  });
});

describe('request key', () => {
  const keyAt = (atMs: number) => makeRequestKey(atMs, new Uint8Array(16));
  test.each([
    ['24 h old', -DAY_MS, true],
    ['older than 24 h', -DAY_MS - 1, false],
    ['5 min ahead', 5 * MINUTE_MS, true],
    ['further ahead', 5 * MINUTE_MS + 1, false],
  ])('%s: accepted %s', async (_, ageMs, accepted) => {
    const door = aDoor();
    const reply = await door.call('ann', 'test.change', lines(1), keyAt(door.nowMs + ageMs));
    expect(reply).toMatchObject(accepted ? { ok: true } : { code: 'REQUEST_KEY_EXPIRED' });
  });

  test.each([undefined, '', 'x', '1234567890123-short', { $ne: '' }, 12])(
    '%p is REQUEST_KEY_MALFORMED',
    async (key) => {
      const reply = await aDoor().call('ann', 'test.change', lines(1), key as string);
      expect(reply).toMatchObject({ code: 'REQUEST_KEY_MALFORMED', detail: {} });
    },
  );

  test('the order of keys in the input does not change its hash, a value does', async () => {
    const door = aDoor();
    const hash = async (given: object) =>
      (await door.call('ann', 'test.change', given, door.key())) as { data?: unknown };
    const [a, b, c] = await Promise.all([
      hash({ lines: [], text: 'x' }),
      hash({ text: 'x', lines: [] }),
      hash({ lines: [], text: 'y' }),
    ]);
    expect(a?.data).toEqual(b?.data);
    expect(a?.data).not.toEqual(c?.data);
  });
});

describe('who may call', () => {
  test.each(['test.none', 'constructor', '__proto__', 'toString'])('%s is UNKNOWN_OPERATION', async (name) => {
    expect(await aDoor().call('ann', name, {})).toMatchObject({ code: 'UNKNOWN_OPERATION' });
  });

  test('a staff operation at the resident door, and by a resident at the staff door, is FORBIDDEN', async () => {
    const door = aDoor();
    expect(await door.call('ann', 'test.staff', {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await door.staffCall('ann', 'test.staff', {})).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('staff: the role is read on every call; one who left is FORBIDDEN at once', async () => {
    const door = aDoor();
    door.asStaff('bob', ['shop']);
    expect(await door.staffCall('bob', 'test.staff', {})).toMatchObject({ ok: true, data: 'bob' });
    door.asStaff('bob', ['promoter']);
    expect(await door.staffCall('bob', 'test.staff', {})).toMatchObject({ code: 'FORBIDDEN' });
    door.engine.put('staff', { _id: door.residentId('bob'), name: 'bob', roles: ['shop'], active: false });
    expect(await door.staffCall('bob', 'test.staff', {})).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a client cannot play the timer', async () => {
    const door = aDoor();
    const client = { source: 'wx_client', openid: 'o_mallory', appid: 'wx_test' };
    expect(await answerTimer(door.assembly, door.context(), client)).toEqual({ ran: [] });
    const chained = { source: 'wx_client,scf', openid: null, appid: null };
    expect(await answerTimer(door.assembly, door.context(), chained)).toEqual({ ran: [] });
  });
});

describe('trouble', () => {
  test('a bug is INTERNAL with the trace id, and nothing of the bug', async () => {
    const reply = await aDoor().call('ann', 'test.bug', {});
    expect(reply).toMatchObject({ code: 'INTERNAL', detail: { traceId: 'test' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
  });

  test('no answer is BUSY: the same key may ask again', async () => {
    expect(await aDoor().call('ann', 'test.silence', {})).toMatchObject({ code: 'BUSY' });
  });
});
