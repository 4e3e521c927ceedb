import type { DeadLetter } from '../../../platform/outbox/letters';
import type { LetterCard } from '../contract';

export function letterCard({ _id, effectId: _, doneAtMs: __, ...letter }: DeadLetter): LetterCard {
  return { ...letter, letterId: _id };
}
