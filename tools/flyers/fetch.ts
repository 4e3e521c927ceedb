import type { OutputOf } from '../../cloudfunctions/contract';
import type { BatchView, PrintedCode, staffOutreachContract } from '../../cloudfunctions/rooms/outreach/contract';

type Contract = typeof staffOutreachContract;

/** Asks an operation of the staff door; throws its refusal. */
export type Ask = <T>(operation: string, input: object) => Promise<T>;

/** The staff door of a running cloud (`npm start`), as one of its people. */
export function askAt(address: string, openid: string): Ask {
  return async <T>(operation: string, input: object): Promise<T> => {
    const response = await fetch(`${address}/call/staff`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify({ operation, input }),
    });
    const { result } = (await response.json()) as { result?: { ok: boolean; code?: string; data?: T } };
    if (!result?.ok) throw new Error(`${operation}: ${result?.code ?? response.status}`);
    return result.data as T;
  };
}

/** A batch with all its codes, page by page. */
export async function codesOf(
  ask: Ask,
  batchId: string,
): Promise<{ readonly batch: BatchView; readonly codes: readonly PrintedCode[] }> {
  const codes: PrintedCode[] = [];
  for (;;) {
    const page = await ask<OutputOf<Contract['outreach.sheet']>>('outreach.sheet', { batchId, from: codes.length + 1 });
    codes.push(...page.codes);
    if (codes.length >= page.batch.size || page.codes.length === 0) return { batch: page.batch, codes };
  }
}

export const newestBatches = async (ask: Ask): Promise<readonly BatchView[]> =>
  (await ask<OutputOf<Contract['outreach.batches']>>('outreach.batches', {})).rows;
