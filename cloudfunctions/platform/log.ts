import type { Log } from './context';

/** One JSON line an event: the cloud's log search reads fields. Never an OPENID, a phone number or an address. */
export function logFor(traceId: string): Log {
  const line = (level: string, event: string, detail?: object) => JSON.stringify({ level, traceId, event, ...detail });
  return {
    info: (event, detail) => console.info(line('info', event, detail)),
    error: (event, detail) => console.error(line('error', event, detail)),
  };
}
