import type { Cashier } from '../cashier';
import type { FileRoutes } from '../files/http';
import { handleInspector } from '../inspector';
import type { InspectorParts } from '../inspector/api';
import type { Route } from '../server';
import type { Admin } from '../wire/admin';
import { answerAdmin } from '../wire/server';
import { type CallParts, handleCall } from './call';
import { type Exchange, sendJson, sendPage } from './http';
import { handleLocal, type LocalParts } from './local';
import { errorPage } from './pages';
import { StaticFiles } from './static';

export interface RouteParts {
  admin: Admin;
  call: CallParts;
  local: LocalParts;
  files: FileRoutes;
  cashier: Cashier;
  inspector: InspectorParts;
  staticDir: string | undefined;
}

/** Every address of the local cloud; the first prefix that fits is taken. */
export function routesOf({ admin, call, local, files, cashier, inspector, staticDir }: RouteParts): Route[] {
  const pages = staticDir === undefined ? undefined : new StaticFiles(staticDir);
  return [
    { prefix: '/admin', handle: ({ request, response }) => answerAdmin(admin, request, response) },
    { prefix: '/call/', handle: postOnly((exchange) => handleCall(call, exchange)) },
    { prefix: '/local/', handle: (exchange) => localOr404(local, exchange) },
    { prefix: '/files/', handle: (exchange) => files.handle(exchange) },
    { prefix: '/cashier', handle: (exchange) => cashier.handle(exchange) },
    { prefix: '/inspector', handle: (exchange) => handleInspector(inspector, exchange) },
    { prefix: '/', handle: async (exchange) => (pages === undefined ? noClient(exchange) : pages.handle(exchange)) },
  ];
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
