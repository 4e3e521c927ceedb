import path from 'node:path';
import type { StorageActions } from '../files/actions';
import { readFunctionConfig } from '../functions/config';
import { FunctionFailure } from '../functions/errors';
import type { FunctionInvoker } from '../functions/invoker';
import type { Invocation, InvocationJournal } from '../functions/journal';
import type { OpenApi } from '../openapi';
import { fieldsOf, parseMultipart } from '../openapi/multipart';
import type { PayPlatform } from '../pay';
import { type ActionContext, type ActionHandler, Admin, type AdminOptions } from '../wire/admin';

export interface ActionParts {
  invoker: FunctionInvoker;
  journal: InvocationJournal;
  storage: StorageActions;
  openapi: OpenApi;
  pay: PayPlatform;
  functionsDir: string;
}

type Body = Record<string, unknown>;

/** `/admin` with every action the SDK may send. */
export function openAdmin(engine: AdminOptions, parts: ActionParts): Admin {
  const admin = new Admin(engine);
  for (const [name, action] of Object.entries(jsonActions(parts))) admin.registerAction(name, action);
  admin.registerForms((body, contentType, context) => formAction(parts, body, contentType, context));
  return admin;
}

/** Actions with a JSON body that are not the database's. */
function jsonActions({ invoker, journal, storage }: ActionParts): Record<string, ActionHandler> {
  return {
    'functions.invokeFunction': (body, context) => invokeFunction(invoker, journal, body, context),
    'storage.getUploadMetadata': async (body) => ({ ...storage.uploadMetadata(body) }),
    'storage.batchGetDownloadUrl': async (body) => ({ ...(await storage.downloadUrls(body)) }),
    'storage.batchDeleteFile': async (body) => ({ ...(await storage.remove(body)) }),
  };
}

/** wx.openApi and wx.wxPayApi, which come as forms. @returns the bytes to answer with */
async function formAction(
  parts: ActionParts,
  form: Buffer,
  contentType: string,
  context: ActionContext,
): Promise<Buffer> {
  const fields = fieldsOf(parseMultipart(form, contentType));
  const text = (name: string) => fields.get(name)?.data.toString() ?? '';
  const requestData = fields.get('requestData')?.data ?? Buffer.alloc(0);
  const caller = parts.journal.find(context.invocationId);
  if (text('action') === 'wx.openApi') {
    return parts.openapi.call(text('apiName'), requestData, permittedApis(parts, caller));
  }
  if (text('action') === 'wx.wxPayApi') {
    const values = JSON.parse(requestData.toString()) as Body;
    const payer = caller?.openid === undefined ? {} : { openid: caller.openid };
    const reply = await parts.pay.call(text('apiName'), values, payer);
    return Buffer.from(typeof reply === 'string' ? reply : JSON.stringify(reply));
  }
  return Buffer.from(JSON.stringify({ code: 'INVALID_ACTION', message: `unknown action ${text('action')}` }));
}

/** None for a request that belongs to no known invocation. */
function permittedApis({ functionsDir }: ActionParts, caller: Invocation | undefined): readonly string[] {
  return caller === undefined ? [] : readFunctionConfig(path.join(functionsDir, caller.functionName)).openapi;
}

async function invokeFunction(
  invoker: FunctionInvoker,
  journal: InvocationJournal,
  body: Body,
  { invocationId, source }: ActionContext,
): Promise<Body> {
  const caller = journal.find(invocationId);
  const requestData = typeof body.request_data === 'string' && body.request_data !== '' ? body.request_data : '{}';
  try {
    const resultJson = await invoker.invokeForJson({
      functionName: String(body.function_name),
      event: JSON.parse(requestData),
      source,
      parentId: invocationId,
      ...(caller?.openid === undefined ? {} : { openid: caller.openid }),
    });
    return { data: { response_data: resultJson } };
  } catch (error) {
    if (error instanceof FunctionFailure) return { code: error.wireCode, message: error.message };
    throw error;
  }
}
