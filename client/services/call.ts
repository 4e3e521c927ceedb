import { learnClock } from './clock';
import { NetworkError, RefusedError, type Reply, readReply } from './reply';
import { carry } from './transport';
import type { CallEvent, Door } from './transport/types';

export type { Reply } from './reply';
export type { Door } from './transport/types';

/** A dropped packet is more common than a dead network: one more try before anyone is told. */
const tries = 2;
const pauseMs = 500;

/**
 * Asks a door of the server. Refusals are values in the reply.
 * @throws NetworkError when no answer came after two tries; a change may or may not have happened (see act.ts).
 */
export async function call<T>(
  door: Door,
  operation: string,
  input: object = {},
  options: { requestKey?: string } = {},
): Promise<Reply<T>> {
  const event: CallEvent = { operation, input, ...(options.requestKey ? { requestKey: options.requestKey } : {}) };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once<T>(door, event);
    } catch (error) {
      if (attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

async function once<T>(door: Door, event: CallEvent): Promise<Reply<T>> {
  const sentAtMs = Date.now();
  let answer: unknown;
  try {
    answer = await carry(door, event);
  } catch (error) {
    throw new NetworkError(error instanceof Error ? error.message : String(error));
  }
  const reply = readReply<T>(answer);
  if (typeof reply.nowMs === 'number') learnClock(reply.nowMs, sentAtMs, Date.now());
  return reply;
}

/** Asks for data and nothing else. @throws NetworkError, RefusedError */
export async function ask<T>(door: Door, operation: string, input: object = {}): Promise<T> {
  const reply = await call<T>(door, operation, input);
  if (!reply.ok) throw new RefusedError(reply);
  return reply.data;
}
