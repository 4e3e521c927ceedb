import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Clock {
  offsetMs(): number;
}

const LOOK_EVERY_MS = 500;

const fileIn = (folder: string): string => path.join(folder, 'clock-offset-ms');

/** Where the clock stands after a restart: as far ahead as the inspector had moved it, for time never runs backwards. */
export function keptNowMs(folder: string, machineNowMs: number): number {
  const file = fileIn(folder);
  const offsetMs = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return machineNowMs + (Number.isFinite(offsetMs) ? offsetMs : 0);
}

/** Writes the clock's offset whenever it was moved; returns how to stop. */
export function keepClock(folder: string, clock: Clock): () => void {
  let keptMs = clock.offsetMs();
  const keep = (): void => {
    const offsetMs = clock.offsetMs();
    if (offsetMs === keptMs) return;
    writeFileSync(`${fileIn(folder)}.new`, String(offsetMs));
    renameSync(`${fileIn(folder)}.new`, fileIn(folder));
    keptMs = offsetMs;
  };
  const timer = setInterval(keep, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    keep();
  };
}
