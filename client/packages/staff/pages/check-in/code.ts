/** A household's code: of which event, where the picture code says so, and what the server is asked with. */
export interface ScannedCode {
  readonly eventId: string | null;
  readonly code: string;
}

const PICTURE = /^linli:event:(ev_[a-z0-9_]{1,60}):([0-9a-f]{20})$/;

/** From a scan, or from 8 digits with or without blanks. Null: neither. */
export function codeIn(text: string): ScannedCode | null {
  const [, eventId, token] = PICTURE.exec(text.trim()) ?? [];
  if (eventId && token) return { eventId, code: token };
  const digits = text.replace(/\s+/g, '');
  return /^\d{8}$/.test(digits) ? { eventId: null, code: digits } : null;
}
