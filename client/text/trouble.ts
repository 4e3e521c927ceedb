import { serverNowMs } from '@/services/clock';
import { NetworkError, RefusedError } from '@/services/reply';
import { toast } from '@/services/toast';
import { words } from '.';
import { type Saying, sayingOf } from './codes';

export interface Trouble extends Saying {
  offline: boolean;
  retry: string;
  /** The last line: what to tell support. */
  support: string;
}

/** An error as a page shows it. Codes stay in the last line. `kept`: what did not happen, where the page knows better. */
export function troubleOf(error: unknown, kept?: string): Trouble {
  const { code, detail } = codeOf(error);
  const traceId = (detail as { traceId?: string } | null | undefined)?.traceId;
  const saying = sayingOf(code, detail, serverNowMs());
  return {
    ...saying,
    ...(kept && saying.next ? { note: kept + saying.next } : {}),
    offline: error instanceof NetworkError,
    retry: words.retry,
    support: `一直不行？告诉客服这个编号 ${traceId ?? code}`,
  };
}

/** A refusal that stops one tap, as a toast. */
export function toastRefusal(refusal: { code: string; detail?: unknown }): void {
  toast(sayingOf(refusal.code, refusal.detail, serverNowMs()).title);
}

/** What a tap threw. */
export function toastError(error: unknown): void {
  const { code, detail } = codeOf(error);
  if (code === 'INTERNAL') console.error(error);
  toast(sayingOf(code, detail, serverNowMs()).title);
}

function codeOf(error: unknown): { code: string; detail: unknown } {
  if (error instanceof RefusedError) return { code: error.code, detail: error.detail };
  if (error instanceof NetworkError) return { code: error.code, detail: null };
  return { code: 'INTERNAL', detail: null };
}
