import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Admin, MAX_PACKET_BYTES } from './admin';

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
  const body = await read(request).catch(() => undefined);
  const answer = body && (await admin.handle(body, request.headers));
  if (!answer || answer.kind === 'silence') {
    response.destroy();
    return;
  }
  const length = Buffer.byteLength(answer.body);
  response.writeHead(200, { 'content-type': answer.contentType, 'content-length': length });
  response.end(answer.body);
}

/** The whole body; of one that is too large only so much is kept that its size shows. */
async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (length <= MAX_PACKET_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}
