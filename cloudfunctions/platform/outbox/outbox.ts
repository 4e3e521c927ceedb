import type { Wallet } from '../../kernel/wallet';
import { eachAtOnce } from '../at-once';
import type { Context } from '../context';
import { atMost, type Where } from '../db';
import type { Carried, Effect } from '../effects';
import { getAnswered } from '../holds/answers';
import type { Job } from '../room';
import { AGAIN_AFTER_MS } from './back-off';
import { carryByTable } from './by-table';
import { carryOut } from './carry-out';
import type { Decider } from './decider';

/** A collection whose documents owe effects. Its index `effects_due`: effectsDueAt, _id. */
export interface Outbox {
  readonly collection: string;
  /** Carries out what the document owes; its own changes may come between. True: nothing is owed any more. */
  carryOut(context: Context, decider: Decider, known?: Wallet): Promise<boolean>;
}

export interface OutboxRules<D extends Decider> {
  readonly collection: string;
  /** What changes with every update that adds effects, as the decider was read: its state, its revision. */
  asRead(decider: D): Where;
  /** Whose resident the effects are told to be caused by. */
  residentOf(decider: D): string;
  /** Absent: it holds nothing in wallets. */
  settleHold?(decider: D, wallet: Wallet, nowMs: number): Wallet;
  /** Its own kinds; null: the room that owns the kind carries it out. */
  carry?(context: Context, decider: D, effect: Effect): Promise<Carried> | null;
}

/** The outbox of a room's own documents: wallets by the rooms' effects, all else by who owns the kind. */
export function outboxOf<D extends Decider>(rules: OutboxRules<D>): Outbox {
  const { collection } = rules;
  return {
    collection,
    carryOut: (context, decider, known) => {
      const ours = decider as D;
      const cause = { causeId: ours._id, residentId: rules.residentOf(ours) };
      return carryOut(
        context,
        {
          collection,
          asRead: rules.asRead(ours),
          settleHold: (wallet) => rules.settleHold?.(ours, wallet, context.nowMs) ?? wallet,
          isOnWallet: ({ kind }) => context.effects[kind] !== undefined,
          carry: (_, __, effect) => rules.carry?.(context, ours, effect) ?? carryByTable(context, cause, effect),
        },
        ours,
        known,
      );
    },
  };
}

/** Documents of one run, ten at a time some seconds of its minute; the rest is due again next minute. */
const JOB_ROWS = 300;

/** The timer's part: whatever was left, also by a function that died between two writes. */
export const outboxJob = (outbox: Outbox): Job => ({
  everyMs: AGAIN_AFTER_MS,
  run: async (context) => {
    const where = { effectsDueAt: atMost(context.nowMs) };
    const orderBy = [['effectsDueAt', 'asc']] as const;
    const due = await context.db.find<Decider>(outbox.collection, { where, orderBy, limit: JOB_ROWS });
    await eachAtOnce(due, (decider) => carryOrLog(context, outbox, decider));
  },
});

/** One that fails is due again next minute, and does not stop the others. */
async function carryOrLog(context: Context, outbox: Outbox, decider: Decider): Promise<void> {
  try {
    await outbox.carryOut(context, decider);
  } catch (error) {
    const { collection } = outbox;
    context.log.error('outbox-later', { collection, deciderId: decider._id, why: String(error) });
  }
}

/** Once more at once, whatever it waits for: by staff. True: this effect is done. */
export async function runAgain(
  context: Context,
  outbox: Outbox,
  deciderId: string,
  effectId: string,
): Promise<boolean> {
  const { collection } = outbox;
  const found = await getAnswered<Decider>(context.db, collection, deciderId);
  if (!found) throw new Error(`${collection} ${deciderId} is not there`);
  const effects = Object.entries(found.effects).map(([id, { againAt: _, ...effect }]) => [id, effect] as const);
  await outbox.carryOut(context, { ...found, effects: Object.fromEntries(effects) });
  const after = await getAnswered<Decider>(context.db, collection, deciderId);
  return after?.effects[effectId]?.done === true;
}
