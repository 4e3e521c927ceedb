/** 80 bits: nobody guesses another household's (compliance.md, Security). */
export const TOKEN_BYTES = 10;

/** Read out where a camera fails. It opens nothing without a member of staff, at this event, on this day. */
const DIGITS = 8;

export const tokenOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The 8 digits of a token. */
export const codeOf = (token: string): string =>
  String(Number.parseInt(token.slice(0, 12), 16) % 10 ** DIGITS).padStart(DIGITS, '0');

/** What the picture code says: the event, so that staff needs not choose it, and the token. */
export const scanText = (eventId: string, token: string): string => `linli:event:${eventId}:${token}`;
