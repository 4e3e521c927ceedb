import { type FaultAct, Faults, type RequestInfo, SILENCE } from './faults';

const write = (invocationId = 'i1', collection = 'orders'): RequestInfo => ({
  action: 'database.modifyDocument',
  collection,
  kind: 'write',
  invocationId,
});
const read = (invocationId = 'i1'): RequestInfo => ({
  action: 'database.getDocument',
  collection: 'orders',
  kind: 'read',
  invocationId,
});

function aServer(faults: Faults) {
  let executed = 0;
  const send = (request: RequestInfo) => faults.around(request, async () => ++executed);
  return { send, executed: () => executed };
}

describe('a rule', () => {
  test('strikes the 2nd write of an invocation, once', async () => {
    const faults = new Faults();
    faults.set({ when: { nthWriteOfInvocation: 2, invocationId: 'i2' }, do: { kind: 'drop' } });
    const { send } = aServer(faults);
    expect(await send(write('i1'))).toBe(1);
    expect(await send(write('i2'))).toBe(2);
    expect(await send(read('i2'))).toBe(3);
    expect(await send(write('i1'))).toBe(4);
    expect(await send(write('i2'))).toBe(SILENCE);
    expect(await send(write('i2'))).toBe(5);
    expect(faults.fired.map(({ write: n }) => n)).toEqual([4]);
  });

  test('fits by action, collection and kind, as many times as it says', async () => {
    const faults = new Faults();
    faults.set({
      when: { action: 'database.modifyDocument', collection: 'wallets', kind: 'write' },
      do: { kind: 'drop' },
      times: 2,
    });
    const { send } = aServer(faults);
    const answers = [];
    for (const collection of ['orders', 'wallets', 'wallets', 'wallets'])
      answers.push(await send(write('i1', collection)));
    expect(answers).toEqual([1, SILENCE, SILENCE, 2]);
  });

  test.each<[FaultAct, { answer: unknown; executed: number }]>([
    [{ kind: 'drop' }, { answer: SILENCE, executed: 0 }],
    [{ kind: 'lose' }, { answer: SILENCE, executed: 1 }],
    [
      { kind: 'delay', ms: 5 },
      { answer: 1, executed: 1 },
    ],
    [{ kind: 'duplicate' }, { answer: 1, executed: 2 }],
    [
      { kind: 'duplicate', answer: 'second' },
      { answer: 2, executed: 2 },
    ],
    [{ kind: 'late' }, { answer: SILENCE, executed: 0 }],
  ])('%j answers and executes %j', async (act, expected) => {
    const faults = new Faults();
    faults.set({ when: { nthWrite: 1 }, do: act });
    const { send, executed } = aServer(faults);
    expect({ answer: await send(write()), executed: executed() }).toEqual(expected);
  });

  test('crashBefore kills without executing, crashAfter after it', async () => {
    const faults = new Faults();
    const log: string[] = [];
    faults.onCrash = (invocationId) => log.push(`kill ${invocationId}`);
    faults.set(
      { when: { nthWrite: 1 }, do: { kind: 'crashBefore' } },
      { when: { nthWrite: 2 }, do: { kind: 'crashAfter' } },
    );
    const execute = async () => log.push('executed');
    expect(await faults.around(write('i1'), execute)).toBe(SILENCE);
    expect(await faults.around(write('i2'), execute)).toBe(SILENCE);
    expect(log).toEqual(['kill i1', 'executed', 'kill i2']);
  });

  test('a late request executes when told, or after its time', async () => {
    const faults = new Faults();
    faults.set({ when: { nthWrite: 1 }, do: { kind: 'late' } }, { when: { nthWrite: 2 }, do: { kind: 'late', ms: 5 } });
    const { send, executed } = aServer(faults);
    await send(write());
    await send(write());
    await faults.settle();
    expect(executed()).toBe(1);
    await faults.runLate();
    expect(executed()).toBe(2);
  });
});

describe('random faults', () => {
  const run = async (seed: number): Promise<string[]> => {
    const faults = new Faults();
    faults.random({ seed, pDrop: 0.1, pLose: 0.2, pLate: 0.1, pDuplicate: 0.1, pCrash: 0.1, maxMs: 1 });
    const { send } = aServer(faults);
    for (let i = 0; i < 200; i++) await send(write(`i${i % 7}`));
    await faults.settle();
    return faults.fired.map(({ act, write: n }) => `${n}${act.kind}`);
  };

  test('are the same for the same seed and differ for another', async () => {
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    expect(first.length).toBeGreaterThan(70);
    expect(first.length).toBeLessThan(170);
    expect(new Set(first.map((name) => name.replace(/^\d+/, ''))).size).toBeGreaterThanOrEqual(5);
  });

  test('leave other actions than the database alone, and end with clear', async () => {
    const faults = new Faults();
    faults.random({ seed: 1, pDrop: 1 });
    const { send } = aServer(faults);
    expect(await send({ ...read(), action: 'functions.invokeFunction', kind: 'other' })).toBe(1);
    expect(await send(read())).toBe(SILENCE);
    faults.clear();
    expect(faults.isQuiet).toBe(true);
    expect(await send(read())).toBe(2);
  });
});
