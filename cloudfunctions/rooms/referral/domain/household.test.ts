import { homeIdOf, isSameHousehold } from './household';

const at = (room: string, building = '3 号楼', estateId = 'osmanthus') => ({ estateId, building, room });
const contact = (room: string, phone: string) => ({ ...at(room), phone });

test.each([
  ['1203', '1203室'],
  ['1203', '１２０３'],
  ['12-03', '1203'],
  ['a 102', 'A102'],
])('%s and %s are one home', (one, other) => {
  expect(homeIdOf(at(one))).toBe(homeIdOf(at(other)));
});

test.each([
  [at('1203'), at('1204')],
  [at('1203'), at('1203', '4 号楼')],
  [at('1203'), at('1203', '3 号楼', 'lakeside')],
])('%j and %j are two', (one, other) => {
  expect(homeIdOf(one)).not.toBe(homeIdOf(other));
});

test.each([
  ['3 号楼', '3栋'],
  ['３-2', '3栋2单元'],
  ['3 号楼 2 单元', '3-2'],
  ['A 座', 'a座'],
])('buildings %s and %s are one', (one, other) => {
  expect(homeIdOf(at('501', one))).toBe(homeIdOf(at('501', other)));
});

test('3栋2单元 and 32栋 are two buildings: neighbours of the same room number are no household', () => {
  expect(homeIdOf(at('501', '3栋2单元'))).not.toBe(homeIdOf(at('501', '32栋')));
});

test('a phone or a home in common is one household; neither is none', () => {
  const mine = [contact('1203', '13800000001'), contact('901', '13800000002')];
  expect(isSameHousehold(mine, [contact('77', '13800000002')])).toBe(true);
  expect(isSameHousehold(mine, [contact('901室', '13900000000')])).toBe(true);
  expect(isSameHousehold(mine, [contact('77', '13900000000')])).toBe(false);
  expect(isSameHousehold(mine, [])).toBe(false);
});
