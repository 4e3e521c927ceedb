import { aWorld } from '../../../../tests/support/world';
import { groupRoom } from '..';
import { carryOrdered } from './ordered';

const data = { orderId: 'o1', residentId: 'r_ann', estateId: 'estate_1', day: '20261122', skus: ['rice'] };
const effect = { kind: 'group.ordered', target: 'estate_1_20261122', op: 'board_o1', at: 1, done: false, data };

test('an order that stands on the board already is done, though writing it again changes nothing', async () => {
  const world = aWorld([groupRoom]);
  expect(await carryOrdered(world.context(), effect)).toBe('done');
  expect(await carryOrdered(world.context(), effect)).toBe('done');
  const [day] = world.engine.dump<{ _id: string; orders: object }>('groupDays');
  expect(Object.keys(day?.orders ?? {})).toHaveLength(1);
});
