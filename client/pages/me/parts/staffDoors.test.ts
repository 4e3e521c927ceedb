import { staffDoorsOf } from './staffDoors';

test.each([
  [[], []],
  [['courier'], ['staff-board', 'staff-exchanges']],
  [['support'], ['staff-refunds', 'staff-referrals']],
  [['promoter'], ['staff-flyer']],
  [['shop'], ['staff-board', 'staff-exchanges', 'staff-order', 'staff-prizes', 'staff-flyer']],
  [
    ['owner', 'shop'],
    [
      ...[
        'staff-board',
        'staff-refunds',
        'staff-prizes',
        'staff-draws',
        'staff-flyer',
        'staff-batches',
        'staff-funnel',
      ],
      'staff-referrals',
    ],
  ],
])('%j are shown %j', (roles, ids) => expect(staffDoorsOf(roles).map(({ id }) => id)).toEqual(ids));
