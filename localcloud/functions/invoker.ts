import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readFunctionConfig } from './config';
import { type CloudEnvironment, invocationEnv } from './environment';
import { FunctionFailure } from './errors';
import type { Invocation, InvocationJournal } from './journal';
import type { WorkerPool } from './pool';
import { clientMayInvoke, type InvokeRules } from './rules';

const MB = 1024 * 1024;
/** CloudBase: event and response 6 MB; what a mini-program receives 1 MB. */
const MAX_EVENT_BYTES = 6 * MB;
const MAX_RESULT_BYTES = 6 * MB;
const MAX_CLIENT_RESULT_BYTES = 1 * MB;
/** Names the platform allows; also keeps a name from leaving the functions' folder. */
const FUNCTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
const PREVIEW_CHARS = 200;

export interface InvokeRequest {
  functionName: string;
  event: unknown;
  /** wx_client: from a mini-program, bound by the security rules. */
  source: string;
  openid?: string;
  /** Set when a function calls a function. */
  parentId?: string;
}

export interface InvokerParts {
  functionsDir: string;
  rules: InvokeRules;
  pool: WorkerPool;
  journal: InvocationJournal;
  environment(): CloudEnvironment;
  onStart?(invocation: Invocation): void;
}

export class FunctionInvoker {
  constructor(private readonly parts: InvokerParts) {}

  /** @returns what the function returned, after a trip through JSON. @throws FunctionFailure */
  async invoke(request: InvokeRequest): Promise<unknown> {
    return JSON.parse(await this.invokeForJson(request));
  }

  /** As `invoke`, but the JSON text itself. */
  async invokeForJson(request: InvokeRequest): Promise<string> {
    const { journal } = this.parts;
    const functionDir = this.admit(request);
    const eventJson = this.eventJson(request);
    const invocation = journal.open({
      id: randomUUID(),
      functionName: request.functionName,
      source: request.source,
      eventPreview: eventJson.slice(0, PREVIEW_CHARS),
      ...(request.openid === undefined ? {} : { openid: request.openid }),
      ...(request.parentId === undefined ? {} : { parentId: request.parentId }),
    });
    this.parts.onStart?.(invocation);
    try {
      const resultJson = await this.runInPool(functionDir, eventJson, invocation);
      const resultBytes = checkResultSize(resultJson, request.source);
      journal.close(invocation, { state: 'done', resultBytes });
      return resultJson;
    } catch (error) {
      const errCode = error instanceof FunctionFailure ? error.errCode : -501000;
      journal.close(invocation, { state: 'failed', errCode, message: String((error as Error).message) });
      throw error;
    }
  }

  /** Kills the worker of a running invocation, as when the platform loses an instance. */
  kill(invocationId: string): boolean {
    return this.parts.pool.kill(invocationId, new FunctionFailure('killed', 'Runtime exited: the instance was lost'));
  }

  private admit({ functionName, source, openid }: InvokeRequest): string {
    const { functionsDir, rules } = this.parts;
    const functionDir = path.join(functionsDir, functionName);
    if (!FUNCTION_NAME.test(functionName) || !existsSync(path.join(functionDir, 'index.js'))) {
      throw new FunctionFailure('notFound', 'FunctionName parameter could not be found');
    }
    if (source === 'wx_client' && !clientMayInvoke(rules, functionName, openid)) {
      throw new FunctionFailure('permissionDenied', '[PERMISSION_DENIED] Permission denied');
    }
    return functionDir;
  }

  private eventJson({ event, source, openid }: InvokeRequest): string {
    // The platform adds userInfo to what a mini-program sends, over anything of that name.
    const userInfo = { openId: openid ?? '', appId: this.parts.environment().appid };
    const whole = source === 'wx_client' && isObject(event) ? { ...event, userInfo } : event;
    const json = JSON.stringify(whole ?? {});
    if (Buffer.byteLength(json) > MAX_EVENT_BYTES) {
      throw new FunctionFailure('requestTooLarge', 'the event exceeds 6 MB');
    }
    return json;
  }

  private runInPool(functionDir: string, eventJson: string, invocation: Invocation): Promise<string> {
    const { timeoutMs } = readFunctionConfig(functionDir);
    const environment = this.parts.environment();
    const { id, functionName, source, openid } = invocation;
    const identity = { token: id, source, ...(openid === undefined ? {} : { openid }) };
    return this.parts.pool.run({
      id,
      nested: invocation.parentId !== undefined,
      timeoutMs,
      onLog: (level, text) => this.parts.journal.log(invocation, level, text),
      message: {
        file: path.resolve(functionDir, 'index.js'),
        eventJson,
        context: functionContext(functionName, id, timeoutMs, environment),
        env: invocationEnv(environment, identity),
      },
    });
  }
}

/** The second argument of main, as the platform fills it. */
function functionContext(name: string, requestId: string, timeoutMs: number, cloud: CloudEnvironment) {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeoutMs,
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: cloud.envId,
    tencentcloud_region: cloud.region,
  };
}

function checkResultSize(resultJson: string, source: string): number {
  const bytes = Buffer.byteLength(resultJson);
  const limit = source === 'wx_client' ? MAX_CLIENT_RESULT_BYTES : MAX_RESULT_BYTES;
  if (bytes > limit) throw new FunctionFailure('resultTooLarge', `the result exceeds ${limit / MB} MB`);
  return bytes;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
