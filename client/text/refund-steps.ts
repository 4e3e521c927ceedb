import type { RefundView } from '@rooms/order/contract';
import type { Step } from '@/components/Steps';
import { orderWords } from './areas/order';

const say = orderWords.refundSteps;

/** How far each state is on the way asked, agreed, taken by WeChat, arrived; what ended elsewhere says so itself. */
const FAR: Readonly<Record<RefundView['state'], number>> = {
  asked: 0,
  'goods-to-come': 1,
  due: 1,
  accepted: 2,
  refused: 2,
  succeeded: 3,
  transferred: 3,
  declined: -1,
  withdrawn: -1,
};

/** The few steps of a refund as dots in a row; none for one that was declined or withdrawn. */
export function refundSteps({ state, cause }: Pick<RefundView, 'state' | 'cause'>): Step[] {
  const at = FAR[state];
  if (at < 0) return [];
  const agreed = state === 'goods-to-come' ? say.goodsToCome : say.agreed;
  const taken = state === 'refused' ? say.refused : say.accepted;
  const arrived = state === 'transferred' ? say.transferred : say.arrived;
  // What is given back without being asked for begins where the money does.
  const first = cause === 'after-sales' ? [say.asked] : [];
  const names = [...first, agreed, taken, arrived];
  const now = at - (cause === 'after-sales' ? 0 : 1);
  return names.map((text, index) => ({
    text,
    phase: index < now || at === 3 ? 'done' : index === now ? (state === 'refused' ? 'trouble' : 'now') : 'wait',
  }));
}
