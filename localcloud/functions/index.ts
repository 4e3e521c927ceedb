import path from 'node:path';
import type { EngineParts } from '../engine';
import { APPID, ENV_ID, type LocalcloudOptions, REGION } from '../options';
import { FunctionInvoker } from './invoker';
import { WorkerPool } from './pool';
import { readInvokeRules } from './rules';

const DEFAULT_WORKERS = 4;

export interface FunctionParts {
  pool: WorkerPool;
  invoker: FunctionInvoker;
}

/** @param secretId this boot's: the SDK signs with it, and `/admin` serves nobody else */
export function openFunctions(
  options: LocalcloudOptions,
  { clock, meter, journal, faults }: EngineParts,
  secretId: string,
  baseUrl: () => string,
  variables: () => Readonly<Record<string, string>>,
): FunctionParts {
  // Functions run in UTC in production; the time zone is the process's, not the worker's.
  process.env.TZ = 'UTC';
  const pool = new WorkerPool(options.workers ?? DEFAULT_WORKERS, warnOnceOfTimezone());
  const invoker = new FunctionInvoker({
    functionsDir: path.resolve(options.functionsDir),
    rules: readInvokeRules(options.databaseFile),
    pool,
    journal,
    environment: () => ({
      adminUrl: `${baseUrl()}/admin`,
      envId: ENV_ID,
      appid: APPID,
      region: REGION,
      secretId,
      clockOffsetMs: clock.offsetMs(),
      variables: variables(),
    }),
    onStart: ({ id, functionName }) => meter.begin(id, functionName),
  });
  faults.onCrash = (invocationId) => void invoker.kill(invocationId);
  return { pool, invoker };
}

function warnOnceOfTimezone(): (offsetMinutes: number) => void {
  let warned = false;
  return (offsetMinutes) => {
    if (!warned) console.warn(`localcloud: functions run ${-offsetMinutes} minutes off UTC; start with TZ=UTC`);
    warned = true;
  };
}
