import { type Cloud, SDKS, SdkProcess, startCloud } from './support/sdk';

describe.each(SDKS)('transactions through %s', (name) => {
  let cloud: Cloud;
  let sdk: SdkProcess;

  beforeAll(async () => {
    cloud = await startCloud();
    cloud.store.declare({ collections: { c: {} } });
    sdk = await SdkProcess.start(name, cloud.url);
  });

  beforeEach(async () => {
    cloud.store.removeNow('c', {}, { multi: true });
    cloud.store.insertNow('c', [
      { _id: 'A', m: 100 },
      { _id: 'B', m: 0 },
      { _id: 'X', n: 0 },
    ]);
  });

  afterAll(async () => {
    await sdk.stop();
    await cloud.stop();
  });

  const field = (id: string, path: string): unknown => cloud.store.findNow('c', { _id: id })[0]?.[path];

  test('a transfer: own writes are seen inside, nothing outside until the commit', async () => {
    const seen = await sdk.run(({ db, _ }) =>
      db.runTransaction(async (tx: typeof db) => {
        await tx
          .collection('c')
          .doc('A')
          .update({ data: { m: _.inc(-10) } });
        await tx
          .collection('c')
          .doc('B')
          .update({ data: { m: _.inc(10) } });
        await tx.collection('c').add({ data: { _id: 'log', x: 1 } });
        await tx
          .collection('c')
          .doc('set')
          .set({ data: { y: 1 } });
        await tx.collection('c').doc('X').remove();
        const inside = (await tx.collection('c').doc('A').get()).data.m;
        const outside = (await db.collection('c').doc('A').get()).data.m;
        return { inside, outside };
      }),
    );
    expect(seen).toEqual({ inside: 90, outside: 100 });
    expect([field('A', 'm'), field('B', 'm'), field('log', 'x'), field('set', 'y'), field('X', 'n')]).toEqual([
      90,
      10,
      1,
      1,
      undefined,
    ]);
  });

  test('rollback rejects with its own value, a throw with the error; neither leaves a trace', async () => {
    const outcome = await sdk.run(async ({ db }) => {
      const spoil = (tx: typeof db) =>
        tx
          .collection('c')
          .doc('A')
          .update({ data: { m: 0 } });
      const rolledBack = await db
        .runTransaction(async (tx: typeof db) => {
          await spoil(tx);
          await tx.rollback('why');
        })
        .catch((reason: unknown) => reason);
      const thrown = await db
        .runTransaction(async (tx: typeof db) => {
          await spoil(tx);
          throw new Error('boom');
        })
        .catch((error: Error) => error.message);
      return { rolledBack, thrown };
    });
    expect(outcome).toEqual({ rolledBack: 'why', thrown: 'boom' });
    expect(field('A', 'm')).toBe(100);
  });

  test('a conflict inside the callback is not retried by the SDK: each callback runs once, and what succeeds counts', async () => {
    const { attempts, fulfilled, errors } = await sdk.run(async ({ db }) => {
      let attempts = 0;
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, () =>
          db.runTransaction(async (tx: typeof db) => {
            attempts++;
            const { data } = await tx.collection('c').doc('X').get();
            await tx
              .collection('c')
              .doc('X')
              .update({ data: { n: data.n + 1 } });
          }),
        ),
      );
      const errors = results.flatMap((result) => (result.status === 'rejected' ? [{ ...result.reason }] : []));
      return { attempts, errors, fulfilled: results.length - errors.length };
    });
    expect(attempts).toBe(10);
    expect(fulfilled).toBeGreaterThanOrEqual(1);
    expect(field('X', 'n')).toBe(fulfilled);
    for (const error of errors) {
      expect(error.errCode).toBe(-501001);
      expect(error.errMsg).toContain(
        '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
      );
    }
  });

  test('a plain write waits for the lock and sees the commit', async () => {
    const seen = await sdk.run(async ({ db, _ }) => {
      const tx = await db.startTransaction();
      await tx
        .collection('c')
        .doc('X')
        .update({ data: { k: 1 } });
      let isDone = false;
      const plain = db
        .collection('c')
        .where({ _id: 'X', k: 1 })
        .update({ data: { w: 1 } });
      const locked = db
        .collection('c')
        .doc('X')
        .update({ data: { n: _.inc(5) } })
        .then(() => {
          isDone = true;
        });
      const early = (await plain).stats.updated;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = isDone;
      await tx.commit();
      await locked;
      return { early, before, data: (await db.collection('c').doc('X').get()).data };
    });
    // What the transaction has not committed does not match; what it holds must be waited for.
    expect(seen).toEqual({ early: 0, before: false, data: { _id: 'X', n: 5, k: 1 } });
  });

  test('reads stay at the snapshot; a write to what changed since conflicts; then the transaction is gone', async () => {
    const { m, errors } = await sdk.run(async ({ db, _ }) => {
      const tx = await db.startTransaction();
      await tx.collection('c').doc('A').get();
      await db
        .collection('c')
        .doc('A')
        .update({ data: { m: _.inc(1) } });
      const m = (await tx.collection('c').doc('A').get()).data.m;
      const write = () =>
        tx
          .collection('c')
          .doc('A')
          .update({ data: { m: 0 } })
          .catch((error: { errMsg: string }) => error.errMsg);
      return { m, errors: [await write(), await write()] };
    });
    expect(m).toBe(100);
    expect(errors[0]).toContain('[ResourceUnavailable.TransactionConflict]');
    expect(errors[1]).toContain(
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
    );
  });

  test('where().get() inside is refused; where().update() runs outside and survives the rollback', async () => {
    const refused = await sdk.rejection(({ db }) =>
      db.runTransaction((tx: typeof db) => tx.collection('c').where({ m: 1 }).get()),
    );
    expect(refused.own.errMsg).toContain('where() inside it is not supported by CloudBase');
    await sdk.run(async ({ db }) => {
      const tx = await db.startTransaction();
      await tx
        .collection('c')
        .where({ _id: 'B' })
        .update({ data: { m: 7 } });
      await tx.rollback();
    });
    expect(field('B', 'm')).toBe(7);
  });

  test('a loop of our own that goes by the text of the error loses no increment', async () => {
    await sdk.run(async ({ db }) => {
      const once = () =>
        db.runTransaction(async (tx: typeof db) => {
          const { data } = await tx.collection('c').doc('X').get();
          await tx
            .collection('c')
            .doc('X')
            .update({ data: { n: data.n + 1 } });
        });
      const insist = async (): Promise<void> => {
        for (;;) {
          try {
            return await once();
          } catch (error) {
            if (!/TransactionConflict|TransactionBusy/.test(String((error as { errMsg: string }).errMsg))) throw error;
            await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
          }
        }
      };
      await Promise.all(Array.from({ length: 6 }, insist));
    });
    expect(field('X', 'n')).toBe(6);
  });
});
