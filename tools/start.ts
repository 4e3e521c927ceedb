import path from 'node:path';
import { type Localcloud, startLocalcloud } from '../localcloud';
import { buildStale } from './build';
import { dist, fromRoot } from './build/paths';
import { cloudOptions, demoIn } from './start/demo';
import { greeting } from './start/greeting';
import { keepClock, keptNowMs } from './start/kept-clock';

const DEFAULT_PORT = 8080;
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
