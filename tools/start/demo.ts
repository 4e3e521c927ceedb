import path from 'node:path';
import { type LocalcloudOptions, type Person, startLocalcloud } from '../../localcloud';
import { dist } from '../build/paths';
import { seed } from '../seed';
import { beginDemo, type Demo, finishDemo, lookInto } from './data-folder';
import { localTransfers } from './transfer-keys';

/** The demo's history: orders of the last thirty days, after a day in which the shop is set up. */
const HISTORY_MS = 31 * 24 * 60 * 60 * 1000;

/** The demo in the folder, made now when the folder is empty. Undefined: the folder holds something that is not ours. */
export async function demoIn(folder: string): Promise<Demo | undefined> {
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

export function cloudOptions(folder: string, people: Person[] = []): LocalcloudOptions {
  const functionsDir = path.join(dist, 'cloudfunctions');
  const databaseFile = path.join(functionsDir, 'database.json');
  return { dataDir: folder, functionsDir, databaseFile, people, environment: localTransfers };
}
