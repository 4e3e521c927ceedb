import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LocalClock } from './clock';
import { Faults } from './faults';
import { InvocationJournal } from './functions/journal';
import { Meter } from './meter';
import type { LocalcloudOptions } from './options';
import type { DatabaseDeclaration } from './store/catalogue';
import { openStore, type Store } from './store/store';

/** Clock, database, and what watches or breaks requests. */
export interface EngineParts {
  clock: LocalClock;
  store: Store;
  faults: Faults;
  meter: Meter;
  journal: InvocationJournal;
}

export function openEngine(options: LocalcloudOptions): EngineParts {
  const clock = new LocalClock(options.startAtMs);
  const nowMs = () => clock.nowMs();
  return {
    clock,
    store: openDatabase(options, nowMs),
    faults: new Faults(),
    meter: new Meter(),
    journal: new InvocationJournal(nowMs),
  };
}

function openDatabase({ dataDir, databaseFile }: LocalcloudOptions, clock: () => number): Store {
  const declaration = JSON.parse(readFileSync(databaseFile, 'utf8')) as DatabaseDeclaration;
  const dir = dataDir === undefined ? undefined : path.join(dataDir, 'db');
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const store = openStore({ clock, ...(dir === undefined ? {} : { dataDir: dir }) });
  store.declare(declaration);
  return store;
}
