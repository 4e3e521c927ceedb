import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildStale } from '../build';
import { fromRoot } from '../build/paths';
import { lookInto } from '../start/data-folder';
import { demoIn } from '../start/demo';

/** `npm run seed`: throws the demo away and makes it anew. A folder that is not a demo of ours is left as it is. */
async function main(): Promise<void> {
  const folder = path.resolve(process.env.LINLI_DATA ?? fromRoot('.localcloud'));
  const { state } = lookInto(folder);
  if (state === 'foreign') throw new Error(`${folder} holds something else; choose another folder with LINLI_DATA`);
  if (state === 'demo') rmSync(folder, { recursive: true });
  await buildStale(['functions']);
  await demoIn(folder);
  console.log(`demo data lies in ${folder}; npm start opens the shop`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
