import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startLocalcloud } from '../../localcloud';

const ENOUGH = 25;
const fixtures = path.join(__dirname, 'fixtures');

/** Runs the paying cloud and kills it with -9 in the middle of its work. @returns the acknowledged order numbers */
async function payAndKill(dataDir: string): Promise<string[]> {
  const script = path.join(__dirname, 'support/paying-cloud.ts');
  const root = path.join(__dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { cwd: root });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === ENOUGH) child.kill('SIGKILL');
  }
  return acknowledged;
}

test('kill -9 while orders are paid: every acknowledged payment is kept, and its callback is still owed', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'runtime-kill-'));
  try {
    const acknowledged = await payAndKill(dataDir);
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
    const cloud = await startLocalcloud({
      functionsDir: path.join(fixtures, 'functions'),
      databaseFile: path.join(fixtures, 'database.json'),
      dataDir,
      workers: 2,
    });
    const lost = acknowledged.filter((outTradeNo) => cloud.pay.find(outTradeNo)?.state.name !== 'SUCCESS');
    expect(lost).toEqual([]);
    await cloud.fireTimers();
    const paid = cloud.pay.list().filter(({ state }) => state.name === 'SUCCESS').length;
    expect(cloud.store.countNow('callbacks')).toBe(paid);
    await cloud.stop();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}, 90_000);
