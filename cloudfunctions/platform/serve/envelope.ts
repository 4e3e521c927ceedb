import type { Result } from '../../kernel/result';

/** What every resident and staff call answers. `nowMs` lies outside the stored reply: a repeated reply is the same. */
export type Envelope =
  | { readonly ok: true; readonly data: unknown; readonly nowMs: number }
  | { readonly ok: false; readonly code: string; readonly detail: object; readonly nowMs: number };

export function envelope(result: Result<unknown>, nowMs: number): Envelope {
  if (result.ok) return { ok: true, data: result.data, nowMs };
  const { code, detail } = result;
  return { ok: false, code, detail: typeof detail === 'object' && detail !== null ? detail : {}, nowMs };
}
