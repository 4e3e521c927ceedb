import type { Person } from './gateway/people';
import type { TransferKeys } from './pay/transfers';

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
  /**
   * Variables that the shop sets for its functions in the cloud's console. `played`: where the local cloud plays WeChat Pay's
   * API v3, and the keys that it plays it with.
   */
  environment?: (played: { url: string; merchant: TransferKeys }) => Record<string, string>;
  /** Name on the cashier page. */
  merchant?: string;
}

/** The one environment and mini-program that the local cloud plays. */
export const ENV_ID = 'local-env';
export const BUCKET = '6c6f-local-env';
export const APPID = 'wx00000000local001';
export const REGION = 'ap-shanghai';
