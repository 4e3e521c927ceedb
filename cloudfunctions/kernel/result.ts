/** Every operation answers with one of these two: a refusal is a value with a code that says one cause; a bug throws. */
export interface Ok<T> {
  ok: true;
  data: T;
}

/** `detail` holds what the client's text for the code needs (gaps, limits, field names), and never a secret. */
export interface Refusal<Code extends string = string, Detail = unknown> {
  ok: false;
  code: Code;
  detail?: Detail;
}

export type Result<T, Code extends string = string, Detail = unknown> = Ok<T> | Refusal<Code, Detail>;

export function ok<T>(data: T): Ok<T> {
  return { ok: true, data };
}

export function refuse<Code extends string>(code: Code): Refusal<Code, never>;
export function refuse<Code extends string, Detail>(code: Code, detail: Detail): Refusal<Code, Detail>;
export function refuse(code: string, detail?: unknown): Refusal {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}
