import type { Page } from '../../cloudfunctions/contract';
import type { OrderView, RefundPreview, StaffRefundCard } from '../../cloudfunctions/rooms/order/contract';
import { insist, type Street } from './people';
import { exchangeSome } from './people-exchanges';

const REASONS = ['missing', 'broken', 'quality', 'unwanted'] as const;

type HowMuch = 'some' | 'all';

/** Units of an order go back, asked for by one device, or by two that know nothing of each other. */
export async function askBack(street: Street, name: string, orderId: string, howMuch: HowMuch = 'some'): Promise<void> {
  const { dice } = street;
  const devices = Array.from({ length: dice.chance(0.3) ? 2 : 1 }, () => askOnce(street, name, orderId, howMuch));
  await Promise.all(devices);
}

async function askOnce(street: Street, name: string, orderId: string, howMuch: HowMuch): Promise<void> {
  const { dice, invoker, town } = street;
  const ask = async <T>(operation: string, input: object): Promise<T | null> => {
    const reply = await invoker.call({ door: 'resident', name, operation, input });
    return reply === 'no answer' || !reply.ok ? null : (reply.data as T);
  };
  const order = await ask<OrderView>('order.detail', { orderId });
  const most = howMuch === 'all' || dice.chance(0.25);
  const lines = (order?.paidLines ?? [])
    .filter(({ unitsLeft }) => unitsLeft > 0 && (most || dice.chance(0.6)))
    .map(({ lineId, unitsLeft }) => ({ lineId, units: most ? unitsLeft : 1 + dice.below(unitsLeft) }));
  if (lines.length === 0) return;
  const wish = { orderId, lines, reason: dice.pick(REASONS) };
  const pictures = dice.chance(0.5) ? [pictureOf(dice)] : [];
  const seeing = { ...wish, hasPictures: pictures.length > 0 };
  const preview = await ask<RefundPreview>('order.refundPreview', seeing);
  if (!preview || !(await street.pause())) return;
  const input = { ...wish, pictures, expected: preview.expected };
  const reply = await insist(street, name, 'order.askRefund', input, town.key());
  if (!reply?.ok || !dice.chance(0.15) || !(await street.pause())) return;
  const { refundNumber } = reply.data as { refundNumber: string };
  await insist(street, name, 'order.withdrawRefund', { orderId, refundNumber });
}

/** The whole order, and support is quick with it: it decides, then takes the goods in. */
export async function sendAllBack(street: Street, name: string, orderId: string): Promise<void> {
  await askBack(street, name, orderId, 'all');
  for (let deeds = 0; deeds < 4 && (await street.pause()); deeds += 1) await decideOne(street);
}

/** As the page uploads it; of few, so that some are shown twice. */
const pictureOf = (dice: Street['dice']): string =>
  `cloud://local-env.6c6f-local-env/aftersales/${String(dice.below(50)).padStart(24, '0')}.jpg`;

/** Support decides and takes goods in, in no hurry, sometimes two people at one request. */
export async function desk(street: Street): Promise<void> {
  while (await street.pause(3 + street.dice.below(8)))
    await (street.dice.chance(0.4) ? exchangeSome(street) : decideOne(street));
}

async function decideOne({ dice, invoker }: Street): Promise<void> {
  const staff = (operation: string, input: object) => invoker.call({ door: 'staff', name: 'sam', operation, input });
  const listed = await staff('order.refunds', { tab: dice.pick(['to-decide', 'goods-to-come']) });
  if (listed === 'no answer' || !listed.ok) return;
  const { rows } = listed.data as Page<StaffRefundCard>;
  if (rows.length === 0) return;
  const { orderId, refundNumber, state } = dice.pick(rows);
  const deed = () =>
    state === 'asked'
      ? staff('order.decideRefund', { orderId, refundNumber, ...decision(dice.below(4)) })
      : staff('order.goodsBack', { orderId, refundNumber, restock: dice.chance(0.5) });
  if (dice.chance(0.5)) void staff('order.giftBack', { orderId, refundNumber });
  if (dice.chance(0.5)) void staff('order.writeOffGift', { orderId, refundNumber, reason: '没有送回' });
  await Promise.all(dice.chance(0.3) ? [deed(), deed()] : [deed()]);
}

const decision = (n: number): object =>
  n === 0
    ? { decision: 'decline', answer: '照片里看不出来' }
    : { decision: n === 1 ? 'approve-goods-first' : 'approve', answer: '好的' };

/** What the shop has not got is taken off the order while it is packed. */
export async function shortOf({ dice, invoker, town }: Street, name: string, orderId: string): Promise<void> {
  const seen = await invoker.call({ door: 'resident', name, operation: 'order.detail', input: { orderId } });
  if (seen === 'no answer' || !seen.ok) return;
  const left = (seen.data as OrderView).paidLines.filter(({ unitsLeft }) => unitsLeft > 0);
  if (left.length === 0) return;
  const { lineId, unitsLeft } = dice.pick(left);
  const restock = dice.chance(0.3);
  const input = { orderId, lines: [{ lineId, units: 1 + dice.below(unitsLeft) }], ...(restock ? { restock } : {}) };
  const requestKey = town.key();
  const deed = () =>
    invoker.call({ door: 'staff', name: 'sam', operation: 'order.cancelLinesByShop', input, requestKey });
  await Promise.all(dice.chance(0.3) ? [deed(), deed()] : [deed()]);
}

/** The bank says that a refund has arrived, twice or early as it likes. */
export async function tellOfRefunds({ town, invoker }: Street, orderId: string): Promise<void> {
  for (const refundNumber of town.refundsOf(orderId)) await invoker.refundNotice(refundNumber);
}
