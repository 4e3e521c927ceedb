/** The SDK's errors carry `errCode` and `errMsg`, sometimes only a `code` (platform-protocol.md section 4): read by text. */
export interface SdkFault {
  readonly code: number | null;
  readonly text: string;
}

export function faultOf(error: unknown): SdkFault {
  if (typeof error !== 'object' || error === null) return { code: null, text: String(error) };
  const { errCode, errMsg, message, code } = error as { [key: string]: unknown };
  const text = [errMsg, message, code].filter((part) => typeof part === 'string').join(' ');
  return { code: typeof errCode === 'number' ? errCode : null, text };
}

/** The platform answered that it will not do it: nothing happened, and repeating changes nothing. */
const REFUSED_CODES = new Set([-502001, -502002, -502003, -502004, -502005, -501007]);
const REFUSED_TEXT = /DATABASE_(REQUEST_FAILED|INVALID_OPERRATOR|PERMISSION_DENIED|COLLECTION_NOT_EXIST)|INVALID_PARAM/;

export const isDuplicate = ({ text }: SdkFault): boolean => /E11000|DATABASE_DUPLICATE_WRITE/.test(text);

export const isRefused = ({ code, text }: SdkFault): boolean =>
  (code !== null && REFUSED_CODES.has(code)) || REFUSED_TEXT.test(text);
