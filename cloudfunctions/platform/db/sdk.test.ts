import type { CloudDatabase, SdkCommand } from '../wechat/cloud';
import { absent, add, atLeast, between, NoAnswer, oneOf, remove, set } from './index';
import { DatabaseRefused, sdkDb } from './sdk';

/** Records what would go to the SDK; commands are named with their operand. */
function aDatabase(answers: { [call: string]: () => unknown } = {}) {
  const asked: unknown[] = [];
  const named = (name: string, operand?: unknown): SdkCommand & { text: string } => ({
    text: `${name}(${operand === undefined ? '' : JSON.stringify(operand)})`,
    and(other) {
      return named('and', [this.text, (other as unknown as { text: string }).text]);
    },
  });
  const readable = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_, item) => item?.text ?? item) ?? '{}');
  const command = new Proxy({}, { get: (_, name: string) => (operand?: unknown) => named(name, operand) });
  const answer = async (call: string, fallback: unknown) => answers[call]?.() ?? fallback;
  const collection = (name: string) => ({
    add: ({ data }: { data: unknown }) => {
      asked.push(['add', name, data]);
      return answer('add', { _id: 'x' });
    },
    where: (where: object) => {
      const query = {
        orderBy: () => query,
        limit: () => query,
        get: () => {
          asked.push(['get', name, readable(where)]);
          return answer('get', { data: [] });
        },
        count: () => answer('count', { total: 0 }),
        update: ({ data }: { data: object }) => {
          asked.push(['update', name, readable(where), readable(data)]);
          return answer('update', { stats: { updated: 1 } });
        },
        remove: () => answer('remove', { stats: { removed: 1 } }),
      };
      return query;
    },
  });
  return { db: sdkDb({ command, collection } as unknown as CloudDatabase), asked };
}

const fails = (error: object) => () => {
  throw error;
};

test('terms become the commands of the SDK, at the same places', async () => {
  const { db, asked } = aDatabase();
  const where = { _id: 'c1', left: { rice: atLeast(2) }, held: { op1: absent() }, at: between(1, 9), s: oneOf(['a']) };
  await db.update('cells', where, { left: { rice: add(-2) }, held: { op1: set({ q: 2 }), op0: remove() }, n: 1 });
  expect(asked).toEqual([
    [
      'update',
      'cells',
      {
        _id: 'c1',
        left: { rice: 'gte(2)' },
        held: { op1: 'exists(false)' },
        at: 'and(["gte(1)","lt(9)"])',
        s: 'in(["a"])',
      },
      { left: { rice: 'inc(-2)' }, held: { op1: 'set({"q":2})', op0: 'remove()' }, n: 1 },
    ],
  ]);
});

test.each([
  ['an operator', { _id: 'a', code: { $ne: '' } }],
  ['a path', { _id: 'a', 'held.x': 1 }],
  ['an empty condition, which the SDK would drop', { _id: 'a', held: {} }],
  ['an undefined condition, which the SDK would drop', { _id: 'a', code: undefined }],
  ['a prototype', { _id: 'a', ['__proto__']: 1 }],
])('%s never reaches the SDK', async (_, where) => {
  const { db, asked } = aDatabase();
  await expect(db.update('cells', where as never, { n: 1 })).rejects.toThrow(/unsafe database term/);
  expect(asked).toEqual([]);
});

test.each([
  ['an operator', { _id: 'a', note: { $inc: 1 } }],
  ['a dotted key', { _id: 'a', 'x.y': 1 }],
  ['NaN', { _id: 'a', n: Number.NaN }],
  ['a date', { _id: 'a', at: new Date(0) }],
])('%s in a document is refused before it is sent', async (_, document) => {
  const { db, asked } = aDatabase();
  await expect(db.insert('orders', document as never)).rejects.toThrow(/unsafe database term/);
  expect(asked).toEqual([]);
});

test.each([
  [{ errCode: -502001, errMsg: '[FailedOperation.Insert] bulk write error: [{E11000 duplicate key error}]' }],
  [{ errCode: -501001, errMsg: 'DATABASE_DUPLICATE_WRITE' }],
])('a duplicate is "exists", in both wordings', async (error) => {
  const { db } = aDatabase({ add: fails(error) });
  expect(await db.insert('orders', { _id: 'a' })).toBe('exists');
});

test.each([
  ['a timeout', { errCode: -501001, errMsg: 'ESOCKETTIMEDOUT' }, NoAnswer],
  ['a reset', { errCode: -1, errMsg: 'ECONNRESET' }, NoAnswer],
  ['a missing collection', { errCode: -502005, errMsg: 'Db or Table not exist' }, DatabaseRefused],
  ['a type error', { errCode: -502001, errMsg: 'Cannot apply $inc to a value of non-numeric type' }, DatabaseRefused],
])('%s: unknown outcomes are told apart from refusals', async (_, error, kind) => {
  const { db } = aDatabase({ update: fails(error) });
  await expect(db.update('orders', { _id: 'a' }, { n: 1 })).rejects.toBeInstanceOf(kind);
});

test('0 updated is false', async () => {
  const { db } = aDatabase({ update: () => ({ stats: { updated: 0 } }) });
  expect(await db.update('orders', { _id: 'a' }, { n: 1 })).toBe(false);
});

test('more than 1,000 rows are refused, not silently cut', async () => {
  const { db } = aDatabase();
  await expect(db.find('orders', { where: { state: 'paid' }, limit: 1_001 })).rejects.toThrow(RangeError);
});
