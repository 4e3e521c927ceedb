import { type EngineDb, engineDb, type FaultyDb, faultyDb } from '../../../tests/support/engine-db';
import { refuse } from '../../kernel/result';
import { emptyWallet, type Wallet } from '../../kernel/wallet';
import { changeWallet, readWallet, WALLETS } from './wallets';

const ANN = 'r_ann';

const bench = (): { engine: EngineDb; db: FaultyDb } => {
  const engine = engineDb();
  return { engine, db: faultyDb(engine) };
};

/** Adds one to a counter, once an op. */
const addOnce = (op: string) => (wallet: Wallet) => {
  if (wallet.journal[op]) return { keep: wallet.counters.claims ?? 0 };
  const claims = (wallet.counters.claims ?? 0) + 1;
  const entry = { at: 1, s: 'done', kind: 'test' } as const;
  const write = { ...wallet, counters: { ...wallet.counters, claims }, journal: { ...wallet.journal, [op]: entry } };
  return { write, value: claims };
};

const claims = (engine: EngineDb) => engine.dump<Wallet>(WALLETS)[0]?.counters.claims;

test('the first call of a resident inserts the wallet; ten at once insert one', async () => {
  const { engine, db } = bench();
  await Promise.all(Array.from({ length: 10 }, () => readWallet(db, ANN)));
  expect(engine.dump(WALLETS)).toEqual([emptyWallet(ANN)]);
});

test.each(['answer', 'lose', 'drop', 'late'] as const)(
  'a change whose first answer is "%s" happens once',
  async (fate) => {
    const { engine, db } = bench();
    await readWallet(db, ANN);
    let first = true;
    db.decide = ({ kind }) => {
      const answer = kind === 'update' && first ? fate : 'answer';
      if (kind === 'update') first = false;
      return answer;
    };
    expect(await changeWallet(db, ANN, addOnce('op1'))).toEqual({ ok: true, data: 1 });
    await db.playLate();
    expect(claims(engine)).toBe(1);
  },
);

test('8 changes at once all happen, each once', async () => {
  const { engine, db } = bench();
  const all = await Promise.all(Array.from({ length: 8 }, (_, n) => changeWallet(db, ANN, addOnce(`op${n}`))));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(claims(engine)).toBe(8);
});

test('a refusal writes nothing', async () => {
  const { engine, db } = bench();
  await readWallet(db, ANN);
  expect(await changeWallet(db, ANN, () => refuse('COUPON_LIMIT'))).toEqual({ ok: false, code: 'COUPON_LIMIT' });
  expect(engine.dump<Wallet>(WALLETS)[0]?.rev).toBe(0);
});

test('with the wallet known, an unrivalled change is one round trip', async () => {
  const { db } = bench();
  const known = await readWallet(db, ANN);
  db.restart();
  await changeWallet(db, ANN, addOnce('op1'), known);
  expect(db.meter).toEqual({ requests: 1, sequential: 1, writes: 1 });
});

test('keys that went are removed, others are not sent', async () => {
  const { engine, db } = bench();
  await changeWallet(db, ANN, addOnce('op1'));
  const drop = (wallet: Wallet) => ({ write: { ...wallet, journal: {} }, value: null });
  await changeWallet(db, ANN, drop);
  expect(engine.dump<Wallet>(WALLETS)[0]).toMatchObject({ journal: {}, counters: { claims: 1 }, rev: 2 });
});
