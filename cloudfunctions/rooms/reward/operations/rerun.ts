import type { ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { closeLetter } from '../../../platform/outbox/letters';
import { runAgain } from '../../../platform/outbox/outbox';
import { logStaffAction } from '../../../platform/staff';
import type { LetterCard, staffRewardContract } from '../contract';
import { findLetter } from '../store';
import { letterCard } from './letter-card';

type Contract = (typeof staffRewardContract)['reward.rerun'];

/**
 * Carries out at once what kept failing, with all else that its document owes. Two staff at once, or the timer beside them, do it
 * once: the target knows the op. What fails again stays on the list with its new reason.
 */
export async function rerun(context: StaffContext, { letterId }: ParsedInputOf<Contract>): Promise<Result<LetterCard>> {
  const letter = await findLetter(context.db, letterId);
  if (!letter) return refuse('LETTER_UNKNOWN', {});
  if (letter.state === 'done') return ok(letterCard(letter));
  const { collection, deciderId, effectId } = letter;
  const outbox = context.outboxes.get(collection);
  if (!outbox) throw new Error(`no room keeps the outbox of ${collection}`);
  const before = { state: letter.state, tries: letter.tries };
  await logStaffAction(context, { operation: 'reward.rerun', target: letterId, before, after: { again: true } });
  // Done before by somebody who died before closing it: then this run did not close it either.
  if (await runAgain(context, outbox, deciderId, effectId)) await closeLetter(context, letter);
  return ok(letterCard((await findLetter(context.db, letterId)) ?? letter));
}
