import { randomUUID } from 'node:crypto';
import { type FileStore, isCloudPath } from '../files/file-store';
import { contentTypeOf, MAX_FILE_BYTES } from '../files/http';
import type { WechatDesk } from '../openapi/desk';
import { fieldsOf, parseMultipart } from '../openapi/multipart';
import { CallRefusal, callerOf } from './call';
import { type Exchange, header, readBody, sendJson } from './http';
import type { Person } from './people';

const MAX_JSON_BYTES = 64 * 1024;

export interface LocalParts {
  people: readonly Person[];
  desk: WechatDesk;
  files: FileStore;
}

type Route = (parts: LocalParts, exchange: Exchange) => Promise<void>;

/** /local/*: the parts of WeChat that the browser client lacks. */
const ROUTES: Readonly<Record<string, Route>> = {
  'GET /local/people': async ({ people }, { response }) => sendJson(response, 200, { people }),
  'POST /local/consent': consent,
  'POST /local/cloud-id': cloudId,
  'POST /local/upload': upload,
};

export async function handleLocal(parts: LocalParts, exchange: Exchange): Promise<boolean> {
  const key = `${exchange.method} ${exchange.url.pathname}`;
  const route = Object.hasOwn(ROUTES, key) ? ROUTES[key] : undefined;
  await route?.(parts, exchange);
  return route !== undefined;
}

/** wx.requestSubscribeMessage, tapped "allow": `{"templateIds": [1 to 5 ids]}`. */
async function consent({ desk, people }: LocalParts, exchange: Exchange): Promise<void> {
  const openid = callerOf(exchange, people);
  const { templateIds } = await readJson(exchange);
  if (!Array.isArray(templateIds) || templateIds.some((id) => typeof id !== 'string' || id === '')) {
    throw new CallRefusal(400, 10001, 'templateIds must be a list of template ids');
  }
  const ids = templateIds as string[];
  await desk.consent(openid, ids).catch((error: Error) => {
    throw new CallRefusal(400, 20003, error.message);
  });
  sendJson(exchange.response, 200, Object.fromEntries(ids.map((id) => [id, 'accept'])));
}

/** wx.getGroupEnterInfo: `{"openGId": …}` → a cloudID that only functions can open. */
async function cloudId({ desk, people }: LocalParts, exchange: Exchange): Promise<void> {
  callerOf(exchange, people);
  const { openGId } = await readJson(exchange);
  if (typeof openGId !== 'string' || openGId === '') throw new CallRefusal(400, -1, 'openGId must be text');
  sendJson(exchange.response, 200, { cloudID: desk.issueCloudId({ openGId }) });
}

/** wx.cloud.uploadFile: a form with `file` and `cloudPath`; without cloudPath a fresh path is made. */
async function upload({ files, people }: LocalParts, exchange: Exchange): Promise<void> {
  const openid = callerOf(exchange, people);
  const body = await readBody(exchange.request, MAX_FILE_BYTES + MAX_JSON_BYTES);
  const fields = fieldsOf(parseMultipart(body, header(exchange.request, 'content-type')));
  const file = fields.get('file');
  if (file === undefined) throw new CallRefusal(400, -1, 'the form has no file');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.filename ?? '')?.[0] ?? '';
  const cloudPath = fields.get('cloudPath')?.data.toString() ?? `uploads/${openid}/${randomUUID()}${ending}`;
  if (!isCloudPath(cloudPath)) throw new CallRefusal(400, -503002, 'cloudPath is not a legal path');
  await files.put({ cloudPath, contentType: contentTypeOf(cloudPath), bytes: file.data });
  sendJson(exchange.response, 200, { fileID: files.fileIdOf(cloudPath) });
}

async function readJson({ request }: Exchange): Promise<Record<string, unknown>> {
  const text = (await readBody(request, MAX_JSON_BYTES)).toString();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // answered below, as any other body that is no object
  }
  throw new CallRefusal(400, -501007, 'the body is not a JSON object');
}
