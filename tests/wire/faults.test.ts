import { type Cloud, SDKS, SdkProcess, startCloud } from './support/sdk';

describe.each(SDKS)('faults seen by %s', (name) => {
  let cloud: Cloud;
  let sdk: SdkProcess;

  beforeAll(async () => {
    cloud = await startCloud();
    cloud.store.declare({ collections: { c: {}, _local_secrets: {} } });
    sdk = await SdkProcess.start(name, cloud.url, `token-of-${name}`);
  });

  beforeEach(() => {
    cloud.faults.clear();
    cloud.admin.traffic.limits = undefined;
    cloud.store.removeNow('c', {}, { multi: true });
    cloud.store.insertNow('c', [{ _id: 'a', n: 0 }]);
  });

  afterAll(async () => {
    await sdk.stop();
    await cloud.stop();
  });

  const inc = () =>
    sdk.run(
      async ({ db, _ }) =>
        (
          await db
            .collection('c')
            .doc('a')
            .update({ data: { n: _.inc(1) } })
        ).stats.updated,
    );
  const n = (): unknown => cloud.store.findNow('c', { _id: 'a' })[0]?.n;

  test('a dropped write is an error and happens not at all', async () => {
    cloud.faults.set({ when: { kind: 'write' }, do: { kind: 'drop' } });
    await expect(inc()).rejects.toMatchObject({ own: { errCode: -501001 } });
    expect(n()).toBe(0);
    expect(await inc()).toBe(1);
  });

  test('a lost answer is an error, and the write has happened', async () => {
    cloud.faults.set({
      when: { collection: 'c', kind: 'write', invocationId: `token-of-${name}` },
      do: { kind: 'lose' },
    });
    await expect(inc()).rejects.toMatchObject({ own: { errCode: -501001 } });
    expect(n()).toBe(1);
  });

  test('a late write is an error now and happens later', async () => {
    cloud.faults.set({ when: { nthWrite: 1 }, do: { kind: 'late' } });
    await expect(inc()).rejects.toMatchObject({ own: { errCode: -501001 } });
    expect(await inc()).toBe(1);
    expect(n()).toBe(1);
    await cloud.faults.runLate();
    expect(n()).toBe(2);
  });

  test('a duplicated write happens twice and is answered once', async () => {
    cloud.faults.set({ when: { action: 'database.modifyDocument' }, do: { kind: 'duplicate' } });
    expect(await inc()).toBe(1);
    expect(n()).toBe(2);
  });

  test('a crash before or after a write asks for the worker of its invocation', async () => {
    const killed: string[] = [];
    cloud.faults.onCrash = (invocationId) => killed.push(invocationId);
    cloud.faults.set(
      { when: { nthWriteOfInvocation: 1 }, do: { kind: 'crashBefore' } },
      { when: { nthWriteOfInvocation: 2 }, do: { kind: 'crashAfter' } },
    );
    await expect(inc()).rejects.toBeDefined();
    expect(n()).toBe(0);
    await expect(inc()).rejects.toBeDefined();
    expect([n(), killed]).toEqual([1, [`token-of-${name}`, `token-of-${name}`]]);
  });

  test('the meter counts a parallel wave of 10 as one round trip', async () => {
    cloud.meter.start({ latencyMs: 20 });
    const before = cloud.meter.of(`token-of-${name}`)?.sequential ?? 0;
    await sdk.run(async ({ db, _ }) => {
      await db.collection('c').doc('a').get();
      await Promise.all(
        Array.from({ length: 10 }, () =>
          db
            .collection('c')
            .doc('a')
            .update({ data: { n: _.inc(1) } }),
        ),
      );
    });
    cloud.meter.stop();
    expect((cloud.meter.of(`token-of-${name}`)?.sequential ?? 0) - before).toBe(2);
    expect(n()).toBe(10);
  });

  test('requests a second are counted, and refused only when told to', async () => {
    const burst = () =>
      sdk.run(async ({ db }) => {
        const results = await Promise.allSettled(Array.from({ length: 60 }, () => db.collection('c').doc('a').get()));
        return results.flatMap((result) => (result.status === 'rejected' ? [{ ...result.reason }] : []));
      });
    expect(await burst()).toEqual([]);
    expect(cloud.admin.traffic.peakAtOnce).toBeGreaterThanOrEqual(1);
    expect(cloud.admin.traffic.overFreePlan).toBeGreaterThan(0);
    cloud.admin.traffic.limits = { requestsPerSecond: 10, atOnce: 20 };
    const refused = await burst();
    expect(refused.length).toBeGreaterThanOrEqual(30);
    expect(refused[0]).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('[LimitExceeded]') });
  });

  test('collections of the local cloud itself do not exist for functions', async () => {
    const error = await sdk.rejection(({ db }) => db.collection('_local_secrets').get());
    expect(error.own.errCode).toBe(-502005);
  });
});

describe('a request', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud();
    cloud.store.declare({ collections: { c: {} } });
  });
  afterAll(() => cloud.stop());

  const post = async (
    body: string | Uint8Array,
    authorization = 'TC3 Credential=AKIDlocal/2026',
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(cloud.url, {
      method: 'POST',
      body: body as string,
      headers: { 'content-type': 'application/json', authorization },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    return (await response.json()) as Record<string, unknown>;
  };

  test.each([
    [
      'with another credential',
      '{"action":"database.startTransaction"}',
      'Credential=AKIDother/',
      'SIGN_PARAM_INVALID',
    ],
    ['without a credential', '{"action":"database.startTransaction"}', '', 'SIGN_PARAM_INVALID'],
    ['that is not JSON', '{', undefined, 'INVALID_PARAM'],
    ['that is no object', 'null', undefined, 'INVALID_PARAM'],
    ['for an unknown action', '{"action":"database.dropEverything"}', undefined, 'INVALID_ACTION'],
    ['without a collection', '{"action":"database.getDocument","query":"{}"}', undefined, 'INVALID_PARAM'],
    [
      'with a query that is not EJSON',
      '{"action":"database.getDocument","collectionName":"c","query":"{"}',
      undefined,
      'INVALID_PARAM',
    ],
    [
      'with an unknown operator',
      '{"action":"database.getDocument","collectionName":"c","query":"{\\"a\\":{\\"$odd\\":1}}"}',
      undefined,
      'DATABASE_INVALID_OPERRATOR',
    ],
    [
      'for a transaction that is not there',
      '{"action":"database.commitTransaction","transactionId":"nope"}',
      undefined,
      'DATABASE_TRANSACTION_FAIL',
    ],
    [
      'with a negative limit',
      '{"action":"database.getDocument","collectionName":"c","limit":-1}',
      undefined,
      'INVALID_PARAM',
    ],
    [
      'with stages that are none',
      '{"action":"database.aggregateDocuments","collectionName":"c","stages":{}}',
      undefined,
      'INVALID_PARAM',
    ],
  ])('%s is answered 200 with its code', async (_, body, authorization, code) => {
    const answer = await post(body, authorization);
    expect(answer).toEqual({ code, message: expect.any(String), requestId: expect.any(String) });
  });

  test('of more than 16 MB is refused', async () => {
    expect(await post('x'.repeat(16 * 1024 * 1024 + 1))).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('16 MB'),
    });
  });
});
