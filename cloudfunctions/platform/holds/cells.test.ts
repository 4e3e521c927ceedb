import { type EngineDb, engineDb, type Fate, type FaultyDb, faultyDb } from '../../../tests/support/engine-db';
import { type Cell, signedUnits } from '../../kernel/cell';
import { capture, credit, readCell, release, take, takeFromAny } from './cells';
import { openCell } from './open-cell';

const OP = 'a1b2';
const AT = 1_000;

interface Bench {
  readonly engine: EngineDb;
  readonly db: FaultyDb;
  cell(id?: string): Promise<Cell>;
}

async function aBench(left: { [key: string]: number } = { n: 3 }): Promise<Bench> {
  const engine = engineDb();
  await openCell(engine, 'cell_0', left);
  await openCell(engine, 'cell_1', left);
  return { engine, db: faultyDb(engine), cell: (id = 'cell_0') => readCell(engine, id) };
}

const want = (n: number, over = {}) => ({ cellId: 'cell_0', op: OP, q: { n }, atMs: AT, by: 'o1', ...over });

/** The fate of the n-th write; everything else is answered. */
const nthWrite = (n: number, fate: Fate) => (request: { write: number }) => (request.write === n ? fate : 'answer');

describe('take', () => {
  test('2 of 3 leaves 1, one mark, one open', async () => {
    const { db, cell } = await aBench();
    expect(await take(db, want(2))).toBe('taken');
    expect(await cell()).toMatchObject({
      left: { n: 1 },
      open: 1,
      held: { [OP]: { q: { n: 2 }, at: AT, s: 'h', by: 'o1' } },
    });
  });

  test.each([
    [3, 'taken'],
    [4, 'refused'],
  ])('%i of 3 is %s', async (n, answer) => {
    const { db } = await aBench();
    expect(await take(db, want(n))).toBe(answer);
  });

  test('of two keys both or none: 3 and 1 of 3 and 0 is refused, and takes nothing', async () => {
    const { db, cell } = await aBench({ rice: 3, milk: 0 });
    expect(await take(db, want(0, { q: { rice: 3, milk: 1 } }))).toBe('refused');
    expect((await cell()).left).toEqual({ rice: 3, milk: 0 });
  });

  test('leaveAtLeast 2 keeps 2 of 3 back: 1 is taken, 2 is refused', async () => {
    const { db } = await aBench();
    expect(await take(db, want(2, { leaveAtLeast: { n: 2 } }))).toBe('refused');
    expect(await take(db, want(1, { leaveAtLeast: { n: 2 } }))).toBe('taken');
  });

  test.each(['lose', 'drop', 'late'] as const)(
    'an answer that is lost (%s) is settled by reading: taken once',
    async (fate) => {
      const { db, cell } = await aBench();
      db.decide = nthWrite(1, fate);
      expect(await take(db, want(2))).toBe('taken');
      await db.playLate();
      expect(await cell()).toMatchObject({ left: { n: 1 }, open: 1 });
    },
  );

  test('a duplicate takes nothing more', async () => {
    const { db, cell } = await aBench();
    await take(db, want(2));
    expect(await take(db, want(2))).toBe('taken');
    expect((await cell()).left.n).toBe(1);
  });

  test.each([
    [AT, 'taken'],
    [AT + 1, 'too-old'],
  ])('born at 1,000, horizon %i: %s', async (horizon, answer) => {
    const { db, engine, cell } = await aBench();
    engine.put('cells', { ...(await cell()), horizon });
    expect(await take(db, want(1))).toBe(answer);
  });
});

describe('takeFromAny', () => {
  test('goes on to the next cell when the first has too few', async () => {
    const { db, cell } = await aBench();
    await take(db, want(2, { op: 'other' }));
    expect(await takeFromAny(db, ['cell_0', 'cell_1'], want(2))).toEqual({ taken: 'cell_1' });
    expect((await cell('cell_1')).left.n).toBe(1);
  });

  test('a lost yes of the first cell counts: the second is not touched', async () => {
    const { db, cell } = await aBench();
    db.decide = nthWrite(1, 'lose');
    expect(await takeFromAny(db, ['cell_0', 'cell_1'], want(2))).toEqual({ taken: 'cell_0' });
    expect((await cell('cell_1')).left.n).toBe(3);
  });

  test('refused only when every cell was read and none has enough', async () => {
    const { db } = await aBench();
    expect(await takeFromAny(db, ['cell_0', 'cell_1'], want(4))).toBe('refused');
  });
});

describe('release, capture, credit', () => {
  test.each(['answer', 'lose', 'drop', 'late'] as const)('release, first answer %s: back to 3, once', async (fate) => {
    const { db, cell } = await aBench();
    await take(db, want(2));
    db.decide = nthWrite(2, fate);
    await release(db, 'cell_0', OP, AT);
    await db.playLate();
    expect(await cell()).toMatchObject({ left: { n: 3 }, open: 0, held: {} });
  });

  test('release of another birth leaves the mark', async () => {
    const { db, cell } = await aBench();
    await take(db, want(2));
    expect(await release(db, 'cell_0', OP, AT + 1)).toBe('absent');
    expect((await cell()).open).toBe(1);
  });

  test.each(['answer', 'lose', 'drop', 'late'] as const)(
    'capture, first answer %s: a tombstone, 1 left',
    async (fate) => {
      const { db, cell } = await aBench();
      await take(db, want(2));
      db.decide = nthWrite(2, fate);
      expect(await capture(db, 'cell_0', OP, AT)).toBe('done');
      await db.playLate();
      expect(await cell()).toMatchObject({ left: { n: 1 }, open: 0, held: { [OP]: { s: 'c' } } });
    },
  );

  test('what was captured is not released', async () => {
    const { db, cell } = await aBench();
    await take(db, want(2));
    await capture(db, 'cell_0', OP, AT);
    expect(await release(db, 'cell_0', OP, AT)).toBe('settled-otherwise');
    expect((await cell()).left.n).toBe(1);
  });

  test.each(['answer', 'lose', 'drop', 'late'] as const)('credit, first answer %s: 2 back, once', async (fate) => {
    const { db, cell } = await aBench();
    db.decide = nthWrite(1, fate);
    const given = { cellId: 'cell_0', op: 'ret_a1b2', q: { n: 2 }, atMs: AT, by: 'o1' };
    expect(await credit(db, given)).toBe('done');
    await db.playLate();
    expect(await credit(db, given)).toBe('done');
    expect(await cell()).toMatchObject({ left: { n: 5 }, open: 0 });
  });

  test('a credit says that it gave; a take says nothing', async () => {
    const { db, cell } = await aBench();
    await take(db, want(1));
    await credit(db, { cellId: 'cell_0', op: 'ret_a1b2', q: { n: 2 }, atMs: AT, by: 'o1' });
    const { held, left, initial } = await cell();
    expect(held.ret_a1b2).toEqual({ q: { n: 2 }, at: AT, s: 'c', by: 'o1', gave: true });
    expect(held[OP]).not.toHaveProperty('gave');
    const net = Object.values(held).reduce((sum, mark) => sum + (signedUnits(mark).n ?? 0), 0);
    expect(left.n).toBe((initial.n ?? 0) + net);
  });

  test('credit below the horizon is too old', async () => {
    const { db, engine, cell } = await aBench();
    engine.put('cells', { ...(await cell()), horizon: AT + 1 });
    expect(await credit(db, { cellId: 'cell_0', op: 'ret_a', q: { n: 2 }, atMs: AT, by: 'o1' })).toBe('too-old');
  });
});
