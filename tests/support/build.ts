import { buildStale } from '../../tools/build';
import type { TargetName } from '../../tools/build/targets';

/** A Jest globalSetup that brings build targets up to date once, before any test file of a project runs. */
export const builds =
  (...names: TargetName[]) =>
  async (): Promise<void> => {
    await buildStale(names);
  };
