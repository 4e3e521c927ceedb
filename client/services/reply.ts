import type { Refusal, Result } from '@kernel/result';

/** A door's answer: `{ok: true, data}` or `{ok: false, code, detail}`, with the server's time beside it. */
export type Reply<T> = Result<T> & { nowMs: number };

/** No answer came. Nothing is known about the outcome: keep the request key and send the same again. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly code = 'NETWORK';
}

/** A refusal where only data is of use (loading a page): thrown, and shown by the text for its code. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: string;
  readonly detail: unknown;
  constructor(refusal: Refusal) {
    super(`refused: ${refusal.code}`);
    this.code = refusal.code;
    this.detail = refusal.detail;
  }
}

/** What arrived, checked as far as the envelope goes. A broken envelope is a door that did not answer. */
export function readReply<T>(answer: unknown): Reply<T> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    const reply = answer as Reply<T>;
    if (reply.ok === true || (reply.ok === false && typeof reply.code === 'string')) return reply;
  }
  throw new NetworkError('the answer is no reply');
}
