import { hashOf, makeRequestKey } from '../../cloudfunctions/kernel/ids';
import type { Localcloud } from '../../localcloud';

/** A refusal where the history expected none, with what was asked. */
export class Refused extends Error {
  constructor(
    readonly operation: string,
    readonly code: string,
    readonly detail: unknown,
  ) {
    super(`${operation}: ${code} ${JSON.stringify(detail).slice(0, 300)}`);
    this.name = 'Refused';
  }
}

interface Envelope {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly code?: string;
  readonly detail?: unknown;
}

/** Lives as the phones do: every call goes through a door of the started cloud, as one person. */
export interface Driver {
  resident<T>(openid: string, operation: string, input: object, requestKey?: string): Promise<T>;
  staff<T>(openid: string, operation: string, input: object, requestKey?: string): Promise<T>;
  /** A request key of a planned moment and its cause: the same seed gives the same ids, in whatever order things run. */
  key(atMs: number, cause: string): string;
}

export function driverOf(cloud: Localcloud, seed: number): Driver {
  const call =
    (door: 'resident' | 'staff') =>
    async <T>(openid: string, operation: string, input: object, requestKey?: string): Promise<T> => {
      const event = { operation, input, ...(requestKey === undefined ? {} : { requestKey }) };
      const reply = (await cloud.invoke(door, event, { openid })) as Envelope;
      if (!reply.ok) throw new Refused(operation, reply.code ?? '', reply.detail);
      return reply.data as T;
    };
  return {
    resident: call('resident'),
    staff: call('staff'),
    key: (atMs, cause) => makeRequestKey(atMs, Buffer.from(hashOf('demo', seed, atMs, cause), 'hex')),
  };
}
