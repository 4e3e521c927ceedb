import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../localcloud/store/store';
import { SdkProcess } from './support/sdk';

const WRITERS = 8;
const ROUNDS = 3;

/** Starts a durable cloud in its own process and gives its address. */
async function startDurable(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const root = path.join(__dirname, '../..');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'support/durable-cloud.ts'), dataDir],
    { cwd: root },
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the cloud ended with ${code}`)));
  });
  return { child, url };
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

test(`kill -9 under ${WRITERS} writers, ${ROUNDS} times: nothing acknowledged is lost, and indexes agree with documents`, async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kill-'));
  const acknowledged = { docs: 0, counters: new Array<number>(WRITERS).fill(0) };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const { child, url } = await startDurable(dataDir);
      const sdk = await SdkProcess.start('wx-server-sdk', url);
      const writing = sdk.run(
        async ({ db, _ }, round, writers, milliseconds) => {
          const c = db.collection('c');
          const end = Date.now() + milliseconds;
          const write = async (w: number): Promise<string[]> => {
            const done: string[] = [];
            try {
              for (let n = 0; Date.now() < end; n++) {
                await c.add({ data: { _id: `${round}-${w}-${n}`, w, n, pad: 'x'.repeat(200) } });
                done.push(`${round}-${w}-${n}`);
                await c.where({ _id: `counter-${w}` }).update({ data: { n: _.inc(1) } });
                done.push('counter');
              }
            } catch {
              // The cloud is dead: what was acknowledged until now is what counts.
            }
            return done;
          };
          if (round === 0)
            await c.add({ data: Array.from({ length: writers }, (_x, w) => ({ _id: `counter-${w}`, n: 0 })) });
          return Promise.all(Array.from({ length: writers }, (_x, w) => write(w)));
        },
        round,
        WRITERS,
        4_000,
      );
      await new Promise((resolve) => setTimeout(resolve, 900));
      await killed(child);
      const done = await writing;
      await sdk.stop();
      verify(await reopened(dataDir), done, acknowledged);
    }
    expect(acknowledged.docs).toBeGreaterThan(30);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);

interface Found {
  ids: Set<unknown>;
  counters: number[];
}

/** What a new process finds; on the way every document must be found through the index as well. */
async function reopened(dataDir: string): Promise<Found> {
  const store = openStore({ dataDir, clock: Date.now });
  const docs = store.dump('c');
  for (let w = 0; w < WRITERS; w++) {
    const byScan = docs.filter((doc) => doc.w === w).length;
    expect(store.countNow('c', { w })).toBe(byScan);
  }
  const counters = Array.from({ length: WRITERS }, (_, w) => Number(docs.find(({ _id }) => _id === `counter-${w}`)?.n));
  await store.close();
  return { ids: new Set(docs.map(({ _id }) => _id)), counters };
}

function verify({ ids, counters }: Found, done: string[][], acknowledged: { docs: number; counters: number[] }): void {
  for (const [w, names] of done.entries()) {
    for (const name of names) {
      if (name === 'counter') continue;
      expect(ids.has(name)).toBe(true);
      acknowledged.docs++;
    }
    const least = (acknowledged.counters[w] ?? 0) + names.filter((name) => name === 'counter').length;
    // One increment more may have been made whose answer died with the cloud.
    expect([least, least + 1]).toContain(counters[w]);
    acknowledged.counters[w] = counters[w] ?? 0;
  }
}
