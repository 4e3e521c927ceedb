import { Cashier } from '../cashier';
import type { EngineParts } from '../engine';
import { FileRoutes } from '../files/http';
import type { FunctionParts } from '../functions';
import { handleInspector } from '../inspector';
import type { InspectorParts } from '../inspector/api';
import { APPID, type LocalcloudOptions } from '../options';
import type { PlatformParts } from '../platform';
import { LocalServer, type Route } from '../server';
import type { Admin } from '../wire/admin';
import { answerAdmin } from '../wire/server';
import { type CallParts, handleCall } from './call';
import { type Exchange, sendJson, sendPage } from './http';
import { handleLocal, type LocalParts } from './local';
import { errorPage } from './pages';
import { StaticFiles } from './static';
import { handleV3, takeTransfer } from './transfers';

const DEFAULT_MERCHANT = '邻礼';

export interface GatewayParts extends EngineParts, FunctionParts, PlatformParts {
  admin: Admin;
  fireTimers(): Promise<void>;
}

/** Every address of the local cloud behind one server. */
export function openGateway(options: LocalcloudOptions, parts: GatewayParts): LocalServer {
  const {
    clock,
    invoker,
    wechat: desk,
    files,
    storage,
    pay,
    store,
    journal,
    timers,
    fireTimers,
    meter,
    admin,
    transfers,
  } = parts;
  const nowMs = () => clock.nowMs();
  const people = options.people ?? [];
  const call: CallParts = { invoker, desk, people, appid: APPID };
  const local: LocalParts = { people, desk, files };
  const fileRoutes = new FileRoutes(files, storage, nowMs);
  const cashier = new Cashier(pay, options.merchant ?? DEFAULT_MERCHANT);
  const costOf = (invocationId: string) => meter.of(invocationId);
  const watched = { clock, desk, pay, store, journal, timers, traffic: admin.traffic };
  const inspector: InspectorParts = { people, ...watched, costOf, fireTimers };
  // The first prefix that fits is taken.
  return new LocalServer([
    { prefix: '/admin', handle: ({ request, response }) => answerAdmin(admin, request, response) },
    { prefix: '/call/', handle: postOnly((exchange) => handleCall(call, exchange)) },
    { prefix: '/v3/', handle: (exchange) => handleV3(transfers, exchange) },
    { prefix: '/local/transfer', handle: postOnly((exchange) => takeTransfer(transfers, exchange)) },
    { prefix: '/local/', handle: (exchange) => localOr404(local, exchange) },
    { prefix: '/files/', handle: (exchange) => fileRoutes.handle(exchange) },
    { prefix: '/cashier', handle: (exchange) => cashier.handle(exchange) },
    { prefix: '/inspector', handle: (exchange) => handleInspector(inspector, exchange) },
    { prefix: '/', handle: clientRoute(options.staticDir) },
  ]);
}

function clientRoute(staticDir: string | undefined): Route['handle'] {
  if (staticDir === undefined) return async (exchange) => noClient(exchange);
  const pages = new StaticFiles(staticDir);
  return (exchange) => pages.handle(exchange);
}

function postOnly(handle: Route['handle']): Route['handle'] {
  return async (exchange) => {
    if (exchange.method === 'POST') return handle(exchange);
    sendJson(exchange.response, 405, { errCode: -1, errMsg: 'POST only' });
  };
}

async function localOr404(parts: LocalParts, exchange: Exchange): Promise<void> {
  const found = await handleLocal(parts, exchange);
  if (!found) sendJson(exchange.response, 404, { errCode: -1, errMsg: `no such address: ${exchange.url.pathname}` });
}

function noClient({ response, url }: Exchange): void {
  sendPage(response, 404, errorPage(404, '这里没有网页端。', url.pathname));
}
