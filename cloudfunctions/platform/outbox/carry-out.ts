import type { Wallet } from '../../kernel/wallet';
import type { Context } from '../context';
import { type Change, remove, set, type Update } from '../db';
import type { Carried, Effect } from '../effects';
import { isDone } from '../holds/answers';
import type { Decider, DeciderRules } from './decider';
import { carryOutOnWallet } from './wallet';

/** What could not be carried out is tried again by the timer after this. */
const AGAIN_AFTER_MS = 60_000;

type Due = readonly [id: string, effect: Effect];
type Answers = Map<string, Carried>;

/**
 * Carries out what the document owes: every target in parallel, effects on one wallet in one CAS, then marks them done.
 * Safe to run at any time, any number at once: each effect is done once by its own op. Targets that did not answer are
 * left to the timer. `known`: a wallet as just read, which saves a round trip. True: nothing is owed any more.
 */
export async function carryOut(
  context: Context,
  rules: DeciderRules,
  decider: Decider,
  known?: Wallet,
): Promise<boolean> {
  const due = Object.entries(decider.effects).filter(([, effect]) => !effect.done);
  if (due.length === 0 && decider.effectsDueAt === undefined) return true;
  const first = await carryAll(context, rules, decider, due, known);
  const redated = await redateAll(
    context,
    rules,
    decider,
    due.filter(([id]) => first.get(id) === 'redate'),
  );
  const second = await carryAll(context, rules, decider, redated);
  const done = due.map(([id]) => id).filter((id) => (second.get(id) ?? first.get(id)) === 'done');
  const isAll = done.length === due.length;
  await markDone(context, rules, decider, done, isAll);
  return isAll;
}

async function carryAll(
  context: Context,
  rules: DeciderRules,
  decider: Decider,
  due: readonly Due[],
  known?: Wallet,
): Promise<Answers> {
  const wallets = new Set(due.filter(([, effect]) => rules.isOnWallet(effect)).map(([, { target }]) => target));
  const onWallets = [...wallets].map((residentId) => {
    const effects = due.filter(([, effect]) => rules.isOnWallet(effect) && effect.target === residentId);
    const work = { residentId, causeId: decider._id, effects, settleHold: rules.settleHold, known };
    return orLater(context, effects, () => carryOutOnWallet(context, work));
  });
  const others = due
    .filter(([, effect]) => !rules.isOnWallet(effect))
    .map(([id, effect]) =>
      orLater(context, [[id, effect]], async () => new Map([[id, await rules.carry(context, id, effect)]])),
    );
  return new Map((await Promise.all([...onWallets, ...others])).flatMap((answers) => [...answers]));
}

/**
 * No answer: not known whether it was done; the timer asks again. A bug is treated alike, and logged: thrown, it would keep
 * its document at the head of what is due, and every other effect of it from being marked.
 */
async function orLater({ log }: Context, due: readonly Due[], carry: () => Promise<Answers>): Promise<Answers> {
  try {
    return await carry();
  } catch (error) {
    const effects = due.map(([, { kind, target }]) => `${kind} ${target}`);
    log.error('effects-later', { effects, why: error instanceof Error ? error.stack : String(error) });
    return new Map(due.map(([id]) => [id, 'later']));
  }
}

/** New births for effects that lie below their target's horizon and were never applied; those whose CAS was a yes. */
async function redateAll(
  { db, nowMs }: Context,
  { collection }: DeciderRules,
  { _id }: Decider,
  due: readonly Due[],
): Promise<Due[]> {
  const moved = await Promise.all(
    due.map(async ([id, effect]): Promise<Due[]> => {
      const where = { _id, effects: { [id]: { at: effect.at, done: false } } };
      const isMoved = await isDone(db.update(collection, where, { effects: { [id]: { at: nowMs } } }));
      return isMoved ? [[id, { ...effect, at: nowMs }]] : [];
    }),
  );
  return moved.flat();
}

/**
 * One CAS on the document as it was read: an effect added meanwhile has moved its due moment, or its state where both fall
 * into one millisecond; then the timer comes by again and finds these done by their ops.
 */
async function markDone(
  { db, nowMs }: Context,
  { collection, asRead }: DeciderRules,
  { _id, effectsDueAt }: Decider,
  done: readonly string[],
  isAll: boolean,
): Promise<void> {
  if (effectsDueAt === undefined) return;
  const flags = Object.fromEntries(done.map((id) => [id, { done: set(true) }]));
  const due: Change = isAll ? remove() : set(nowMs + AGAIN_AFTER_MS);
  const change: Update = { effectsDueAt: due, ...(done.length === 0 ? {} : { effects: flags }) };
  await isDone(db.update(collection, { ...asRead, _id, effectsDueAt }, change));
}
