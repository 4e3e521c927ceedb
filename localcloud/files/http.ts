import { type Exchange, header, readBody, send, sendPage } from '../gateway/http';
import { errorPage } from '../gateway/pages';
import { fieldsOf, parseMultipart } from '../openapi/multipart';
import type { StorageActions } from './actions';
import type { FileStore } from './file-store';

/** Ours, to keep one machine's memory whole; the platform allows more. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const BY_ID_MAX_AGE_S = 3_600;

/** File bytes over HTTP: PUT and POST of the SDKs, signed GET, and GET by fileID for the browser client. */
export class FileRoutes {
  constructor(
    private readonly files: FileStore,
    private readonly actions: StorageActions,
    private readonly nowMs: () => number,
  ) {}

  async handle(exchange: Exchange): Promise<void> {
    const { method, url } = exchange;
    const upload = after(url.pathname, '/files/upload/');
    const read = after(url.pathname, '/files/get/');
    if (upload !== undefined && method === 'PUT') return this.put(exchange, upload);
    if (upload !== undefined && method === 'POST') return this.post(exchange, upload);
    if (read !== undefined && method === 'GET') return this.get(exchange, Buffer.from(read, 'base64url').toString());
    if (url.pathname === '/files/by-id' && method === 'GET') return this.byId(exchange);
    sendPage(exchange.response, 404, errorPage(404, '没有这个文件地址。'));
  }

  /** wx-server-sdk 4.x */
  private async put({ request, response }: Exchange, cloudPath: string): Promise<void> {
    if (!this.files.isSigned('upload', cloudPath, header(request, 'authorization'))) return denied(response);
    const bytes = await readBody(request, MAX_FILE_BYTES);
    await this.files.put({ cloudPath, contentType: contentTypeOf(cloudPath), bytes });
    send(response, 200, 'application/xml', '');
  }

  /** wx-server-sdk 2.x and 3.x */
  private async post({ request, response }: Exchange, cloudPath: string): Promise<void> {
    const body = await readBody(request, MAX_FILE_BYTES + 64 * 1024);
    const fields = fieldsOf(parseMultipart(body, header(request, 'content-type')));
    const signature = fields.get('Signature')?.data.toString() ?? '';
    const file = fields.get('file');
    if (file === undefined || !this.files.isSigned('upload', cloudPath, signature)) return denied(response);
    await this.files.put({ cloudPath, contentType: contentTypeOf(cloudPath), bytes: file.data });
    send(response, 200, 'application/xml', '');
  }

  private async get({ url, response }: Exchange, cloudPath: string): Promise<void> {
    const expiresAtMs = Number(url.searchParams.get('t'));
    const signature = url.searchParams.get('sign') ?? '';
    const signed = this.files.isSigned(`read until ${expiresAtMs}`, cloudPath, signature);
    if (!signed || this.nowMs() >= expiresAtMs) return denied(response);
    const file = await this.files.get(cloudPath);
    if (file === undefined) return sendPage(response, 404, errorPage(404, '这个文件已经删除了。'));
    // What residents upload must never run as a page of this origin.
    const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" };
    send(response, 200, file.contentType, file.bytes, headers);
  }

  private async byId({ url, response }: Exchange): Promise<void> {
    const target = await this.actions.temporaryUrl(url.searchParams.get('fileID') ?? '', BY_ID_MAX_AGE_S);
    if (target === undefined) return sendPage(response, 404, errorPage(404, '没有这个文件。'));
    response.writeHead(302, { location: target, 'cache-control': 'no-store' }).end();
  }
}

function after(pathname: string, prefix: string): string | undefined {
  if (!pathname.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(prefix.length));
  } catch {
    return undefined;
  }
}

/** All four tags are needed: the SDKs look for each. */
function denied(response: Exchange['response']): void {
  const message =
    '<Message>signature is wrong or out of date</Message><RequestId>local</RequestId><TraceId>local</TraceId>';
  send(response, 403, 'application/xml', `<Error><Code>AccessDenied</Code>${message}</Error>`);
}

const CONTENT_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  ico: 'image/x-icon',
};

/** By the name's ending; bytes of unknown kind are a download. */
export function contentTypeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return CONTENT_TYPES[ending] ?? 'application/octet-stream';
}
