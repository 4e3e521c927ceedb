import { staffDoorsOf } from './staffDoors';

test.each([
  [[], []],
  [['courier'], ['staff-board']],
  [['support'], ['staff-refunds']],
  [['promoter'], ['staff-flyer']],
  [['shop'], ['staff-board', 'staff-flyer']],
  [
    ['owner', 'shop'],
    ['staff-board', 'staff-refunds', 'staff-flyer'],
  ],
])('%j are shown %j', (roles, ids) => expect(staffDoorsOf(roles).map(({ id }) => id)).toEqual(ids));
