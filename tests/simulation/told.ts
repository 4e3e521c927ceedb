import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';

export interface Telling {
  readonly operation: string;
  readonly requestKey: string;
  /** When the call began, in tellings. */
  readonly begun: number;
  readonly reply: Envelope;
  /** The call placed or aborted an order: what it answered is stored there. */
  readonly wroteOrder: boolean;
}

/** What people were told under each request key: one key, one reply. */
export interface Told {
  /** The present moment, for `Telling.begun`. */
  begin(): number;
  note(telling: Telling): void;
  readonly violations: readonly string[];
  /** The answer that stands for this key: "yes" with its data, or a refusal that was stored. */
  readonly standing: ReadonlyMap<string, { readonly yes: boolean; readonly text: string }>;
}

/** Nothing was decided as far as the caller knows, or the key is too old to be answered. */
const SAYS_NOTHING = new Set(['BUSY', 'REQUEST_KEY_EXPIRED']);

/** An asked refund is answered with its number, and with the order beside it as it is by then. */
const kept = (operation: string, data: unknown): unknown =>
  operation === 'order.askRefund' ? (data as { refundNumber: string }).refundNumber : data;

export function aTold(): Told {
  const standing = new Map<string, { yes: boolean; text: string; since: number }>();
  const violations: string[] = [];
  let moment = 0;
  return {
    violations,
    standing,
    begin: () => moment,
    note: ({ operation, requestKey, begun, reply, wroteOrder }) => {
      moment += 1;
      if (!reply.ok && SAYS_NOTHING.has(reply.code)) return;
      const text = JSON.stringify({ ...reply, ...(reply.ok ? { data: kept(operation, reply.data) } : {}), nowMs: 0 });
      const before = standing.get(requestKey);
      const isDecided = reply.ok || wroteOrder;
      if (before && before.text !== text && (isDecided || begun >= before.since))
        violations.push(`${operation}: one key was told ${before.text.slice(0, 200)} and then ${text.slice(0, 200)}`);
      if (!before && isDecided) standing.set(requestKey, { yes: reply.ok, text, since: moment });
    },
  };
}
