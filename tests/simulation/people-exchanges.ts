import type { Page } from '../../cloudfunctions/contract';
import type { OrderView, StaffExchangeCard } from '../../cloudfunctions/rooms/order/contract';
import { insist, type Street } from './people';

const REASONS = ['broken', 'wrong', 'missing'] as const;

/** The same goods again instead of bad ones; withdrawn now and then, as soon as it is asked for or much later. */
export async function askAnew(street: Street, name: string, orderId: string): Promise<void> {
  const { dice, invoker, town } = street;
  const seen = await invoker.call({ door: 'resident', name, operation: 'order.detail', input: { orderId } });
  if (seen === 'no answer' || !seen.ok) return;
  const left = (seen.data as OrderView).paidLines.filter(({ unitsLeft }) => unitsLeft > 0);
  if (left.length === 0) return;
  const lines = left
    .filter(() => dice.chance(0.6))
    .map(({ lineId, unitsLeft }) => ({ lineId, units: 1 + dice.below(unitsLeft) }));
  if (lines.length === 0) return;
  const wish = { orderId, lines, reason: dice.pick(REASONS) };
  const reply = await insist(street, name, 'order.askExchange', wish, town.key());
  if (!reply?.ok || !dice.chance(0.25) || !(await street.pause(1 + dice.below(12)))) return;
  const { exchangeNumber } = reply.data as { exchangeNumber: string };
  await insist(street, name, 'order.withdrawExchange', { orderId, exchangeNumber });
}

type Card = StaffExchangeCard;

/** Some steps of exchanges, one after the other. */
export async function exchangeSome(street: Street): Promise<void> {
  for (let steps = 1 + street.dice.below(4); steps > 0; steps -= 1) await exchangeOne(street);
}

/** One exchange goes one step on, sometimes by two people at once who mean different things. */
async function exchangeOne({ dice, invoker }: Street): Promise<void> {
  const staff = (operation: string, input: object) => invoker.call({ door: 'staff', name: 'sam', operation, input });
  const listed = await staff('order.exchanges', {});
  if (listed === 'no answer' || !listed.ok) return;
  const { rows } = listed.data as Page<Card>;
  const cards = rows.filter(({ canDo }) => canDo.length > 0);
  if (cards.length === 0) return;
  const { orderId, exchangeNumber, canDo } = dice.pick(cards);
  const deed = () => {
    // Mostly the next step, which stands first.
    const { operation, says } = DEEDS[dice.chance(0.6) ? (canDo[0] ?? 'goods') : dice.pick(canDo)];
    return staff(operation, { orderId, exchangeNumber, ...says(dice) });
  };
  await Promise.all(dice.chance(0.3) ? [deed(), deed()] : [deed()]);
}

interface Deed {
  readonly operation: string;
  readonly says: (dice: Street['dice']) => object;
}

const decides = (decision: string): Deed => ({
  operation: 'order.decideExchange',
  says: (dice) => ({ decision, answer: '好的', restock: dice.chance(0.7) }),
});

const DEEDS: Readonly<Record<Card['canDo'][number], Deed>> = {
  agree: decides('agree'),
  money: decides('money'),
  decline: decides('decline'),
  dispatch: { operation: 'order.moveExchange', says: () => ({ to: 'dispatched' }) },
  'hand-over': { operation: 'order.moveExchange', says: () => ({ to: 'handed-over' }) },
  goods: { operation: 'order.exchangeGoods', says: (dice) => ({ bad: dice.pick(['shelf', 'spoiled', 'kept']) }) },
};
