import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Admin } from './admin';

/** Above the SDK's idle times: a server that closes first races with the next request, which the SDK does not retry. */
const KEEP_ALIVE_MS = 65_000;

/** Serves `POST /admin` of an Admin: what the wire tests run; the full cloud has its own server and calls `answerAdmin`. */
export function createAdminServer(admin: Admin): Server {
  const server = createServer((request, response) => void answerAdmin(admin, request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 5_000;
  return server;
}

/** Reads the request, has it handled, and sends the answer or cuts the connection. */
export async function answerAdmin(admin: Admin, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    response.destroy();
    return;
  }
  const answer = await admin.handle(Buffer.concat(chunks), request.headers);
  if (answer.kind === 'silence') {
    response.destroy();
    return;
  }
  const { contentType, body } = answer;
  response.writeHead(200, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
