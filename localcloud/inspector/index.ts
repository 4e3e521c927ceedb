import { type Exchange, sendPage } from '../gateway/http';
import { errorPage } from '../gateway/pages';
import { handleInspectorApi, type InspectorParts } from './api';
import { inspectorPage } from './page';

/** /inspector: who is who, the clock, payments, messages, collections, invocations. */
export async function handleInspector(parts: InspectorParts, exchange: Exchange): Promise<void> {
  const { pathname } = exchange.url;
  if (pathname.startsWith('/inspector/api/')) return handleInspectorApi(parts, exchange);
  if (pathname === '/inspector' || pathname === '/inspector/') sendPage(exchange.response, 200, inspectorPage());
  else sendPage(exchange.response, 404, errorPage(404, '后台没有这个地址。', pathname));
}
