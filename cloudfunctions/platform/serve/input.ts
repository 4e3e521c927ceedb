import * as v from 'valibot';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result';

/** compliance.md, Security: sizes are capped before any work is done on an event. */
const MAX_EVENT_BYTES = 100 * 1024;
const MAX_EVENT_DEPTH = 8;

export interface CallEvent {
  readonly operation: string;
  readonly requestKey: unknown;
  readonly input: unknown;
}

type InputRefusal = Refusal<'INVALID_INPUT', { field: string; reason: string }>;

const invalid = (field: string, reason: string): InputRefusal => refuse('INVALID_INPUT', { field, reason });

/** Depth of the input below the event's `input`, walked without recursion so that depth itself cannot hurt. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_EVENT_DEPTH) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

/** WeChat adds fields of its own to an event (`userInfo`): they are left where they are. */
export function readEvent(event: unknown): Result<CallEvent> | InputRefusal {
  if (typeof event !== 'object' || event === null) return invalid('', 'an object');
  if (isTooDeep(event)) return invalid('', `at most ${MAX_EVENT_DEPTH} levels`);
  const { operation, requestKey, input } = event as { [key: string]: unknown };
  if (Buffer.byteLength(JSON.stringify({ operation, requestKey, input }) ?? '') > MAX_EVENT_BYTES)
    return invalid('', `at most ${MAX_EVENT_BYTES} bytes`);
  if (typeof operation !== 'string') return invalid('operation', 'a string');
  return ok({ operation, requestKey, input });
}

/** Parses by the contract; the first trouble is named by its path: `lines.0.quantity`. */
export function parseInput(schema: v.GenericSchema, input: unknown): Result<unknown> | InputRefusal {
  // An object of the contract takes a list for an object without fields.
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return invalid('', 'an object');
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return invalid(v.getDotPath(issue) ?? '', issue.message);
}

/** The same value gives the same text whatever the order its keys came in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
