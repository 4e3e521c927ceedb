import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Faults, type RequestInfo, SILENCE } from '../faults';
import type { Meter } from '../meter';
import { invalidParam, StoreError } from '../store/errors';
import type { Store } from '../store/store';
import { isFields } from '../store/values';
import { DATABASE_ACTIONS } from './database';
import { type Body, describe } from './request';
import { Traffic } from './traffic';

/** What every action learns about the request besides its body. */
export interface ActionContext {
  /** The SDK's wxCloudApiToken: the id of the invocation that asks; '' outside of one. */
  invocationId: string;
  /** Header x-tcb-source: the caller's source with `,scf` added. */
  source: string;
}

/** Answers a JSON action with its fields (without requestId): a refusal is `{code, message}`, or a thrown StoreError. */
export type ActionHandler = (body: Body, context: ActionContext) => Promise<Body> | Body;

/** Answers the actions that come as multipart forms (wx.openApi, wx.wxPayApi) with bytes. */
export type FormHandler = (body: Buffer, contentType: string, context: ActionContext) => Promise<Buffer>;

/** What to send: always with status 200. `silence`: cut the connection without a word. */
export type AdminAnswer = { kind: 'answer'; contentType: string; body: string | Buffer } | { kind: 'silence' };

export interface AdminOptions {
  store: Store;
  faults: Faults;
  meter: Meter;
  /** The secret id of this boot, which the request's `Credential=<id>/` must name; absent: not checked. */
  secretId?: string;
}

/** CloudBase's largest request. */
export const MAX_PACKET_BYTES = 16 * 1024 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';
/** The SDK takes a form's answer for bytes only if its type is not exactly JSON_TYPE. */
const BYTES_TYPE = 'application/octet-stream';

/** `POST /admin`: finds the action's handler, under faults and meter, and always answers 200 with JSON, errors included. */
export class Admin {
  readonly traffic = new Traffic();
  private readonly handlers = new Map<string, ActionHandler>();
  private formHandler: FormHandler | undefined;

  constructor(private readonly options: AdminOptions) {
    for (const [name, action] of Object.entries(DATABASE_ACTIONS))
      this.registerAction(name, (body) => action(options.store, body));
  }

  registerAction(name: string, handler: ActionHandler): void {
    this.handlers.set(name, handler);
  }

  registerForms(handler: FormHandler): void {
    this.formHandler = handler;
  }

  /** @param body the whole request body */
  async handle(body: Buffer, headers: IncomingHttpHeaders): Promise<AdminAnswer> {
    const contentType = headers['content-type'] ?? '';
    try {
      this.checkSender(headers);
      checkSize(body);
      if (contentType.startsWith('multipart/')) return await this.form(body, contentType, headers);
      const parsed: unknown = JSON.parse(body.toString());
      if (!isFields(parsed)) throw invalidParam('the body is not a JSON object');
      return await this.json(parsed, headers);
    } catch (error) {
      return jsonAnswer(failureOf(error));
    }
  }

  private async json(body: Body, headers: IncomingHttpHeaders): Promise<AdminAnswer> {
    const info: RequestInfo = { ...describe(body), ...madeAt(headers) };
    const handler = this.handlers.get(info.action);
    if (!handler) throw new StoreError('INVALID_ACTION', `[InvalidAction] unknown action ${info.action}`);
    return this.guarded(info, async () => {
      try {
        return jsonAnswer(await handler(body, contextOf(info, headers)));
      } catch (error) {
        return jsonAnswer(failureOf(error));
      }
    });
  }

  private async form(body: Buffer, contentType: string, headers: IncomingHttpHeaders): Promise<AdminAnswer> {
    const handler = this.formHandler;
    if (!handler) throw new StoreError('INVALID_ACTION', '[InvalidAction] no open API here');
    const info: RequestInfo = {
      action: formField(body, 'action'),
      collection: undefined,
      kind: 'other',
      invocationId: formField(body, 'wxCloudApiToken'),
      ...madeAt(headers),
    };
    return this.guarded(info, async () => {
      try {
        const bytes = await handler(body, contentType, contextOf(info, headers));
        return { kind: 'answer', contentType: BYTES_TYPE, body: bytes };
      } catch (error) {
        return jsonAnswer(failureOf(error));
      }
    });
  }

  /** Counted, limited when asked, and struck by faults. */
  private async guarded(info: RequestInfo, execute: () => Promise<AdminAnswer>): Promise<AdminAnswer> {
    const { faults, meter } = this.options;
    const isDatabase = info.kind !== 'other';
    if (isDatabase && !this.traffic.enter(Date.now()))
      throw new StoreError(
        'EXCEED_RATELIMIT',
        '[LimitExceeded] the plan allows no more database requests at once or a second',
      );
    try {
      const answer = await meter.around(info, () => faults.around(info, execute));
      return answer === SILENCE ? { kind: 'silence' } : answer;
    } finally {
      if (isDatabase) this.traffic.leave();
    }
  }

  /** Stands for the signature: only who was given this boot's secret id is served. */
  private checkSender({ authorization = '' }: IncomingHttpHeaders): void {
    const { secretId } = this.options;
    if (secretId !== undefined && !authorization.includes(`Credential=${secretId}/`))
      throw new StoreError('SIGN_PARAM_INVALID', '[AuthFailure] the credential is not of this local cloud');
  }
}

function checkSize(body: Buffer): void {
  if (body.length > MAX_PACKET_BYTES)
    throw new StoreError(
      'INVALID_PARAM',
      `[InvalidParameter] a request may hold 16 MB, this one has ${body.length} bytes`,
    );
}

const contextOf = ({ invocationId }: RequestInfo, headers: IncomingHttpHeaders): ActionContext => ({
  invocationId,
  source: String(headers['x-tcb-source'] ?? ''),
});

function madeAt(headers: IncomingHttpHeaders): { madeAtMs?: number } {
  const madeAtMs = Number(headers['x-client-timestamp']);
  return Number.isSafeInteger(madeAtMs) && madeAtMs > 0 ? { madeAtMs } : {};
}

/** A short text field of a form, read without taking the form apart. */
function formField(body: Buffer, name: string): string {
  const text = body.toString('latin1');
  return new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)\\r\\n`).exec(text)?.[1] ?? '';
}

function jsonAnswer(fields: Body): AdminAnswer {
  return { kind: 'answer', contentType: JSON_TYPE, body: JSON.stringify({ ...fields, requestId: randomUUID() }) };
}

/** Only the database's own errors say their code; anything else is a fault of ours, and its text goes to the log as well. */
function failureOf(error: unknown): Body {
  if (error instanceof StoreError) return { code: error.code, message: error.message };
  if (error instanceof SyntaxError)
    return { code: 'INVALID_PARAM', message: '[InvalidParameter] the body is not JSON' };
  console.error('localcloud: an action failed', error);
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
