import type { Wallet } from '../../kernel/wallet';
import type { Context } from '../context';
import { type Change, NoAnswer, remove, set, type Update } from '../db';
import type { Carried, Effect } from '../effects';
import { isDone } from '../holds/answers';
import { AGAIN_AFTER_MS, backOffMs, LETTER_AFTER_TRIES } from './back-off';
import type { Decider, DeciderRules } from './decider';
import { closeLetter, writeLetter } from './letters';
import { carryOutOnWallet, type WalletWork } from './wallet';

type Due = readonly [id: string, effect: Effect];
/** Why it failed: counted, and told in the end. */
interface Failure {
  readonly failed: string;
}
type Answer = Carried | Failure;
type Answers = Map<string, Answer>;

/**
 * Carries out what the document owes: every target in parallel, effects on one wallet in one CAS, then marks them done.
 * Safe to run at any time, any number at once: each effect is done once by its own op. What failed is left to the timer, after
 * 1, 2, 4 … 60 minutes; after the tenth failure staff reads of it. `known`: a wallet as just read, which saves a round trip.
 * True: nothing is owed any more.
 */
export async function carryOut(
  context: Context,
  rules: DeciderRules,
  decider: Decider,
  known?: Wallet,
): Promise<boolean> {
  const open = Object.entries(decider.effects).filter(([, effect]) => !effect.done);
  if (open.length === 0 && decider.effectsDueAt === undefined) return true;
  const due = open.filter(([, { againAt = 0 }]) => againAt <= context.nowMs);
  const first = await carryAll(context, rules, decider, due, known);
  const redated = await redateAll(
    context,
    rules,
    decider,
    due.filter(([id]) => first.get(id) === 'redate'),
  );
  const second = await carryAll(context, rules, decider, redated);
  const answers: Answers = new Map([...first, ...second]);
  await markAll(context, rules, decider, open, answers);
  return open.every(([id]) => answers.get(id) === 'done');
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
    const alone = () =>
      effects.map((one) => orLater(context, [one], () => onWallet(context, { ...work, effects: [one] })));
    return orLater(context, effects, () => onWallet(context, work), alone);
  });
  const others = due
    .filter(([, effect]) => !rules.isOnWallet(effect))
    .map(([id, effect]) =>
      orLater(context, [[id, effect]], async () => new Map([[id, await rules.carry(context, id, effect)]])),
    );
  return joined(await Promise.all([...onWallets, ...others]));
}

const joined = (all: readonly Answers[]): Answers => new Map(all.flatMap((answers) => [...answers]));

const onWallet = (context: Context, work: WalletWork): Promise<Answers> => carryOutOnWallet(context, work);

/**
 * No answer: not known whether it was done; the timer asks again. A bug is treated alike, and logged: thrown, it would keep
 * its document at the head of what is due, and every other effect of it from being marked.
 */
async function orLater(
  { log }: Context,
  due: readonly Due[],
  carry: () => Promise<Answers>,
  oneByOne?: () => Promise<Answers>[],
): Promise<Answers> {
  try {
    return await carry();
  } catch (error) {
    // One of them is a bug: it shall not keep the others of its wallet from being carried out.
    if (oneByOne && due.length > 1 && !(error instanceof NoAnswer)) return joined(await Promise.all(oneByOne()));
    const effects = due.map(([, { kind, target }]) => `${kind} ${target}`);
    log.error('effects-later', { effects, why: error instanceof Error ? error.stack : String(error) });
    return new Map(due.map(([id]) => [id, { failed: String(error) }]));
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
async function markAll(
  context: Context,
  { collection, asRead }: DeciderRules,
  { _id, effectsDueAt }: Decider,
  open: readonly Due[],
  answers: Answers,
): Promise<void> {
  const { db, nowMs } = context;
  const marks = open.map(([id, effect]) => ({ id, effect, ...markOf(effect, answers.get(id), nowMs) }));
  const where = { collection, deciderId: _id };
  for (const { id, effect, tries, failed: why } of marks) {
    if (tries < LETTER_AFTER_TRIES) continue;
    if (why === null) await closeLetter(context, { ...where, effectId: id });
    else await writeLetter(context, { ...where, effectId: id, effect, tries, why });
  }
  if (effectsDueAt === undefined) return;
  const nextAt = Math.min(...marks.map(({ nextAtMs }) => nextAtMs));
  const due: Change = nextAt === Number.POSITIVE_INFINITY ? remove() : set(nextAt);
  const changed = marks.flatMap(({ id, change }) => (change ? [[id, change] as const] : []));
  const change: Update = {
    effectsDueAt: due,
    ...(changed.length === 0 ? {} : { effects: Object.fromEntries(changed) }),
  };
  await isDone(db.update(collection, { ...asRead, _id, effectsDueAt }, change));
}

interface Mark {
  readonly change: Update | null;
  readonly nextAtMs: number;
  /** With this run. */
  readonly tries: number;
  /** Null: it did not fail in this run. */
  readonly failed: string | null;
}

function markOf({ tries = 0, againAt }: Effect, answer: Answer | undefined, nowMs: number): Mark {
  if (answer === 'done')
    return { change: { done: set(true) }, nextAtMs: Number.POSITIVE_INFINITY, tries, failed: null };
  // Its turn has not come: another effect brought the timer here.
  if (answer === undefined)
    return { change: null, nextAtMs: againAt ?? nowMs + AGAIN_AFTER_MS, tries: 0, failed: null };
  if (answer === 'later') return { change: null, nextAtMs: nowMs + AGAIN_AFTER_MS, tries: 0, failed: null };
  const failed = answer === 'redate' ? 'its birth could not be moved' : answer.failed;
  const nextAtMs = nowMs + backOffMs(tries + 1);
  return { change: { tries: set(tries + 1), againAt: set(nextAtMs) }, nextAtMs, tries: tries + 1, failed };
}
