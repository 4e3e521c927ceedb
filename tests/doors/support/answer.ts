import type { House } from './house';

export interface Answered {
  /** 'ok', or why not. */
  readonly code: string;
  /** Collections that are not as they were. */
  readonly changed: readonly string[];
  readonly detail: object;
}

/** Calls as Ann, and looks at every document before and after. */
export async function answer(
  house: House,
  operation: string,
  input: unknown,
  requestKey: string = house.world.key(),
): Promise<Answered> {
  const before = house.snapshot();
  const reply = await house.world.call('ann', operation, input, requestKey);
  const after = house.snapshot();
  const changed = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  return { code: reply.ok ? 'ok' : reply.code, changed, detail: reply.ok ? {} : reply.detail };
}

/** A refusal by this code that changed no more than these collections; none by default. */
export const refused = (code: string, changed: readonly string[] = []): Answered =>
  expect.objectContaining({ code, changed });
