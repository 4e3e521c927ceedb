import type { Quantities } from '../../../kernel/cell';
import type { Db } from '../../../platform/db';
import { times } from '../domain/event';
import { eventsById } from '../store';

export interface EventMark {
  readonly cellId: string;
  readonly op: string;
  readonly q: Quantities;
  readonly gave: boolean;
}

/** What events say that they took from budgets for coupons, and gave back, by event id. */
export async function eventMarks(db: Db, eventIds: readonly string[]): Promise<Map<string, readonly EventMark[]>> {
  const events = await eventsById(db, eventIds);
  return new Map(
    [...events].map(([eventId, { thanks, money, effects }]) => {
      if (!thanks) return [eventId, []] as const;
      const { cellId, q } = thanks.reserve;
      const took = Object.entries(money).map(([op, { seats }]) => ({ cellId, op, q: times(q, seats), gave: false }));
      const back = effects.money_back;
      const given = back ? [{ cellId, op: back.op, q: (back.data as { q: Quantities }).q, gave: true }] : [];
      return [eventId, [...took, ...given]] as const;
    }),
  );
}
