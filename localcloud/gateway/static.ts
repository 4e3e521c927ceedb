import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentTypeOf } from '../files/http';
import { type Exchange, header, send, sendPage } from './http';
import { errorPage } from './pages';

/** Smaller than this, gzip costs more than it saves. */
const MIN_GZIP_BYTES = 1_024;
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/;
/** A name with a hash of its content never changes meaning. */
const HASHED_NAME = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/i;

interface CachedFile {
  version: string;
  etag: string;
  plain: Buffer;
  gzipped: Buffer | undefined;
}

/** The built browser client. Its router uses the hash, so only `/` is a page; everything else is a file. */
export class StaticFiles {
  private readonly cache = new Map<string, CachedFile>();

  private readonly dir: string;

  constructor(dir: string) {
    this.dir = path.resolve(dir);
  }

  async handle({ method, url, request, response }: Exchange): Promise<void> {
    if (method !== 'GET' && method !== 'HEAD') return sendPage(response, 405, errorPage(405, '这里只能看，不能提交。'));
    const file = this.resolve(url.pathname);
    const cached = file === undefined ? undefined : await this.load(file);
    if (file === undefined || cached === undefined) return sendPage(response, 404, notFound(url.pathname));
    const immutable = HASHED_NAME.test(file);
    const headers = {
      etag: cached.etag,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    };
    if (header(request, 'if-none-match') === cached.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const zipped = header(request, 'accept-encoding').includes('gzip') ? cached.gzipped : undefined;
    const encoding: Record<string, string> = zipped === undefined ? {} : { 'content-encoding': 'gzip' };
    send(response, 200, contentTypeOf(file), zipped ?? cached.plain, { ...headers, ...encoding });
  }

  private resolve(pathname: string): string | undefined {
    let relative: string;
    try {
      relative = decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
    } catch {
      return undefined;
    }
    const file = path.join(this.dir, relative);
    return file.startsWith(this.dir + path.sep) && !relative.includes('\0') ? file : undefined;
  }

  private async load(file: string): Promise<CachedFile | undefined> {
    const info = await stat(file).catch(() => undefined);
    if (info === undefined || !info.isFile()) return undefined;
    const version = `${info.mtimeMs}:${info.size}`;
    const known = this.cache.get(file);
    if (known?.version === version) return known;
    const plain = await readFile(file);
    const worthwhile = COMPRESSIBLE.test(contentTypeOf(file)) && plain.length >= MIN_GZIP_BYTES;
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const loaded: CachedFile = { version, etag, plain, gzipped: worthwhile ? gzipSync(plain) : undefined };
    this.cache.set(file, loaded);
    return loaded;
  }
}

function notFound(pathname: string): string {
  if (pathname === '/') return errorPage(404, '网页还没有构建。', '先运行 npm run build:h5，或直接 npm start。');
  return errorPage(404, '没有这个网址。', pathname);
}
