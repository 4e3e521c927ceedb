import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Exchange, send, sendPage } from '../gateway/http';
import { errorPage } from '../gateway/pages';
import { handleInspectorApi, type InspectorParts } from './api';
import { inspectorPage } from './page';

const MODULES = ['main', 'views', 'payments', 'dom'];

/** /inspector: who is who, the clock, payments, messages, collections, invocations. */
export async function handleInspector(parts: InspectorParts, exchange: Exchange): Promise<void> {
  const { pathname } = exchange.url;
  const module = MODULES.find((name) => pathname === `/inspector/browser/${name}.js`);
  if (pathname.startsWith('/inspector/api/')) return handleInspectorApi(parts, exchange);
  if (module !== undefined) return sendModule(exchange, module);
  if (pathname === '/inspector' || pathname === '/inspector/') sendPage(exchange.response, 200, inspectorPage());
  else sendPage(exchange.response, 404, errorPage(404, '后台没有这个地址。', pathname));
}

async function sendModule({ response }: Exchange, name: string): Promise<void> {
  const text = await readFile(path.join(__dirname, 'browser', `${name}.js`));
  send(response, 200, 'text/javascript; charset=utf-8', text, { 'cache-control': 'no-cache' });
}
