import path from 'node:path';
import { type Localcloud, type LocalcloudOptions, type Person, startLocalcloud } from '../localcloud';
import { buildStale } from './build';
import { dist, fromRoot } from './build/paths';
import { seed } from './seed';
import { beginDemo, type Demo, finishDemo, lookInto } from './start/data-folder';
import { greeting } from './start/greeting';
import { keepClock, keptNowMs } from './start/kept-clock';

const DEFAULT_PORT = 8080;
/** The demo's history: orders of the last thirty days, after a day in which the shop is set up. */
const HISTORY_MS = 31 * 24 * 60 * 60 * 1000;

/** `npm start`: everything up to date, the embedded cloud with demo data, and a few lines on what to open. */
async function main(): Promise<void> {
  const folder = path.resolve(process.env.LINLI_DATA ?? fromRoot('.localcloud'));
  await buildStale(['functions', 'h5']);
  const demo = await demoIn(folder);
  const cloud = await startLocalcloud({
    ...cloudOptions(folder, demo?.people),
    port: Number(process.env.LINLI_PORT ?? DEFAULT_PORT),
    staticDir: path.join(dist, 'h5'),
    startAtMs: keptNowMs(folder, Date.now()),
    timers: true,
  });
  const stopKeeping = keepClock(folder, cloud.clock);
  stopOnSignal(cloud, stopKeeping);
  console.log(greeting(cloud.port, demo));
}

/** The demo in the folder, made now when the folder is empty. */
async function demoIn(folder: string): Promise<Demo | undefined> {
  const found = lookInto(folder);
  if (found.state === 'demo') return found.demo;
  if (found.state === 'foreign') return undefined;
  console.log('making demo data: thirty days of a shop …');
  beginDemo(folder);
  const cloud = await startLocalcloud({ ...cloudOptions(folder), startAtMs: Date.now() - HISTORY_MS });
  try {
    const { people, flyers } = await seed(cloud);
    const demo = { people: [...people], flyerScene: flyers.active };
    finishDemo(folder, demo);
    return demo;
  } finally {
    await cloud.stop();
  }
}

function cloudOptions(folder: string, people: Person[] = []): LocalcloudOptions {
  const functionsDir = path.join(dist, 'cloudfunctions');
  return { dataDir: folder, functionsDir, databaseFile: path.join(functionsDir, 'database.json'), people };
}

/** The first signal ends it cleanly; the second at once. */
function stopOnSignal(cloud: Localcloud, stopKeeping: () => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stopKeeping();
    cloud.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const { code } = error as NodeJS.ErrnoException;
  const port = process.env.LINLI_PORT ?? DEFAULT_PORT;
  if (code === 'EADDRINUSE') console.error(`Port ${port} is taken; choose another: LINLI_PORT=8081 npm start`);
  else console.error(error);
  process.exit(1);
});
