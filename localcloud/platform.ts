import path from 'node:path';
import type { EngineParts } from './engine';
import { StorageActions } from './files/actions';
import { FileStore } from './files/file-store';
import type { FunctionInvoker } from './functions/invoker';
import { OpenApi } from './openapi';
import { WechatDesk } from './openapi/desk';
import { APPID, BUCKET, ENV_ID, type LocalcloudOptions } from './options';
import { PayPlatform } from './pay';
import { Transfers } from './pay/transfers';
import { storeBackend } from './store-backend';
import { Timers } from './timers';

/** What WeChat and CloudBase do besides running functions and keeping documents. */
export interface PlatformParts {
  wechat: WechatDesk;
  pay: PayPlatform;
  transfers: Transfers;
  timers: Timers;
  files: FileStore;
  storage: StorageActions;
  openapi: OpenApi;
}

export async function openPlatform(
  options: LocalcloudOptions,
  { store, clock }: EngineParts,
  invoker: FunctionInvoker,
  baseUrl: () => string,
): Promise<PlatformParts> {
  const nowMs = () => clock.nowMs();
  const backend = storeBackend(store);
  const wechat = await WechatDesk.open(backend, nowMs);
  const pay = await PayPlatform.open(backend, {
    appid: APPID,
    nowMs,
    call: (functionName, event) => invoker.invoke({ functionName, event, source: 'wx_paycallback' }),
  });
  const transfers = await Transfers.open(backend, nowMs);
  const timers = new Timers(options.functionsDir, nowMs, (functionName, event) =>
    invoker.invoke({ functionName, event, source: 'wx_trigger' }),
  );
  const files = new FileStore(`${ENV_ID}.${BUCKET}`, options.dataDir && path.join(options.dataDir, 'files'));
  const storage = new StorageActions(files, baseUrl, nowMs);
  return { wechat, pay, transfers, timers, files, storage, openapi: new OpenApi(wechat, APPID, baseUrl) };
}
