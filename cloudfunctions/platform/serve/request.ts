import type { OperationContract } from '../../contract';
import { hashOf, parseRequestKey, REQUEST_KEY_MAX_AGE_MS, REQUEST_KEY_MAX_AHEAD_MS } from '../../kernel/ids';
import { ok, type Result, refuse } from '../../kernel/result';
import type { Call } from '../room';
import { canonicalJson } from './input';

/**
 * The key's form and age. Its horizon is checked by the operation, which reads the wallet anyway: a key below it is
 * `REQUEST_KEY_EXPIRED` too.
 */
export function readCall(
  name: string,
  contract: OperationContract,
  requestKey: unknown,
  input: unknown,
  nowMs: number,
): Result<Call> {
  const inputHash = hashOf(name, canonicalJson(input));
  if (!contract.needsRequestKey) return ok({ requestKey: '', atMs: nowMs, inputHash });
  const parts = typeof requestKey === 'string' ? parseRequestKey(requestKey) : undefined;
  if (typeof requestKey !== 'string' || !parts) return refuse('REQUEST_KEY_MALFORMED');
  const tooOld = parts.atMs < nowMs - REQUEST_KEY_MAX_AGE_MS;
  const tooNew = parts.atMs > nowMs + REQUEST_KEY_MAX_AHEAD_MS;
  return tooOld || tooNew ? refuse('REQUEST_KEY_EXPIRED') : ok({ requestKey, atMs: parts.atMs, inputHash });
}
