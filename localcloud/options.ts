import type { Person } from './gateway/people';

export interface LocalcloudOptions {
  /** 0, the default: any free port. */
  port?: number;
  /** Absent: everything in memory. */
  dataDir?: string;
  /** Holds `<name>/{index.js,config.json}`. */
  functionsDir: string;
  /** Collections, indexes, and `functions`: who may invoke what. */
  databaseFile: string;
  /** The built browser client, served at `/`. */
  staticDir?: string;
  /** Shown in the inspector and accepted by the gateway, besides any new `o_…`. */
  people?: Person[];
  /** Functions that run at once, 4 by default; nested calls get workers besides. */
  workers?: number;
  /** Fire timer triggers and repeat payment callbacks by themselves; false by default: tests say when. */
  timers?: boolean;
  /** Where the clock starts, epoch ms; the machine's time by default. */
  startAtMs?: number;
  /** Name on the cashier page. */
  merchant?: string;
}

/** The one environment and mini-program that the local cloud plays. */
export const ENV_ID = 'local-env';
export const BUCKET = '6c6f-local-env';
export const APPID = 'wx00000000local001';
export const REGION = 'ap-shanghai';
