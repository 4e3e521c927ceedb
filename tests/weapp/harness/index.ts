import { Weapp } from './app';
import type { LaunchOptions } from './types';

export type { Target, Weapp } from './app';
export type { SetDataCost } from './meter';
export type { Answer, CloudCall, LaunchOptions, WxOptions } from './types';
export { WxError } from './types';

/** Opens the compiled mini-program at a page and waits until it is idle. */
export const launchWeapp = (options: LaunchOptions): Promise<Weapp> => new Weapp(options).start();
