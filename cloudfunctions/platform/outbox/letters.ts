import { hashOf } from '../../kernel/ids';
import type { Context } from '../context';
import { oneOf, type Stored, set } from '../db';
import type { Effect } from '../effects';
import { isDone } from '../holds/answers';
import { raiseAlert } from '../staff';

/** An effect that keeps failing: staff sees it, mends its cause and runs it again. */
export interface DeadLetter extends Stored {
  /** Where its decider lies. */
  readonly collection: string;
  readonly deciderId: string;
  readonly effectId: string;
  readonly kind: string;
  readonly target: string;
  readonly why: string;
  readonly tries: number;
  readonly atMs: number;
  readonly state: LetterState;
  readonly doneAtMs: number | null;
}

/** done: the effect was carried out after all. */
export type LetterState = 'open' | 'done';

export const LETTERS = 'deadLetters';

export const letterId = (collection: string, deciderId: string, effectId: string): string =>
  hashOf(collection, deciderId, effectId);

export interface Failed {
  readonly collection: string;
  readonly deciderId: string;
  readonly effectId: string;
  readonly effect: Effect;
  readonly tries: number;
  readonly why: string;
}

/** One letter an effect, however often it fails; written before its decider forgets nothing of it. */
export async function writeLetter(context: Context, failed: Failed): Promise<void> {
  const { db, nowMs } = context;
  const { collection, deciderId, effectId, effect, tries, why } = failed;
  const { kind, target } = effect;
  const _id = letterId(collection, deciderId, effectId);
  const said = { why, tries, atMs: nowMs, state: 'open', doneAtMs: null } as const;
  const letter: DeadLetter = { _id, collection, deciderId, effectId, kind, target, ...said };
  const answer = await db.insert<DeadLetter>(LETTERS, letter);
  if (answer === 'exists') await isDone(db.update(LETTERS, { _id, state: oneOf(['open', 'done']) }, said));
  else await raiseAlert(context, 'dead-letter', _id, { collection, deciderId, effectId, kind, target, why });
}

export async function closeLetter(context: Context, letter: Omit<Failed, 'effect' | 'tries' | 'why'>): Promise<void> {
  const _id = letterId(letter.collection, letter.deciderId, letter.effectId);
  const done = { state: set('done'), doneAtMs: set(context.nowMs) };
  await isDone(context.db.update(LETTERS, { _id, state: 'open' }, done));
}
