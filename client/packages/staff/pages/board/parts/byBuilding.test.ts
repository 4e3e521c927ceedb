import type { StaffOrderCard } from '@rooms/order/contract';
import { byBuilding } from './byBuilding';

const order = (orderId: string, building: string, estateName = '桂花里小区') =>
  ({ orderId, building, estateName }) as StaffOrderCard;

test('3 orders of 2 buildings: one group each, who waits longest first', () => {
  const groups = byBuilding([order('a', '3 号楼'), order('b', '5 号楼'), order('c', '3 号楼')]);
  expect(groups.map(({ place, orders }) => [place, orders.map(({ orderId }) => orderId)])).toEqual([
    ['桂花里小区 3 号楼', ['a', 'c']],
    ['桂花里小区 5 号楼', ['b']],
  ]);
});

test('building 3 of two estates is two walks', () => {
  expect(byBuilding([order('a', '3 号楼'), order('b', '3 号楼', '湖畔新村')])).toHaveLength(2);
});
