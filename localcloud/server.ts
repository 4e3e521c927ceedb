import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallRefusal } from './gateway/call';
import { BodyTooLarge, type Exchange, sendJson, sendPage } from './gateway/http';
import { errorPage } from './gateway/pages';

/** Longer than any pause between an SDK's requests: an idle close would race with its next one, which it never retries. */
const KEEP_ALIVE_MS = 65_000;
const HOST = '127.0.0.1';

export interface Route {
  /** Path prefix, e.g. `/call/`; the first route whose prefix fits is taken. */
  prefix: string;
  handle(exchange: Exchange): Promise<void>;
}

/** One loopback port for everything. */
export class LocalServer {
  private readonly server: Server;

  constructor(private readonly routes: readonly Route[]) {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.keepAliveTimeout = KEEP_ALIVE_MS;
    this.server.headersTimeout = KEEP_ALIVE_MS + 5_000;
  }

  /** @returns the port that is listened on; 0 asks for any free one. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, HOST, () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? '/', `http://${HOST}`);
      const exchange: Exchange = { method: request.method ?? 'GET', url, request, response };
      if (!isLocalHost(request))
        return refuse(exchange, new CallRefusal(403, -1, 'this server answers to localhost only'));
      const route = this.routes.find(({ prefix }) => url.pathname.startsWith(prefix));
      if (route === undefined) sendPage(response, 404, errorPage(404, '没有这个网址。', url.pathname));
      else await route.handle(exchange).catch((error: unknown) => refuse(exchange, error));
    } catch (error) {
      if (!response.headersSent) sendJson(response, 400, { errCode: -1, errMsg: String(error) });
    }
  }
}

/** A page on another site could post to a loopback server, or reach a loopback server through a name that resolves to 127.0.0.1; its Origin and Host tell. */
function isLocalHost({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const isOwnOrigin = origin === undefined || origin === `http://${host}`;
  return isOwnOrigin && ['127.0.0.1', 'localhost', '[::1]'].includes(host.replace(/:\d+$/, ''));
}

function refuse({ response, url }: Exchange, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known =
    error instanceof CallRefusal
      ? error
      : error instanceof BodyTooLarge
        ? new CallRefusal(413, -501007, error.message)
        : undefined;
  if (known === undefined) console.error(`localcloud: ${url.pathname}`, error);
  const { status, errCode, message } =
    known ?? new CallRefusal(500, -501001, 'the local cloud failed; its log says why');
  sendJson(response, status, { errCode, errMsg: message });
}
