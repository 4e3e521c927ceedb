import { staffDoorsOf } from './staffDoors';

test.each([
  [[], []],
  [['courier'], ['staff-board', 'staff-exchanges']],
  [['support'], ['staff-refunds', 'staff-referrals', 'staff-letters']],
  [['promoter'], ['staff-check-in', 'staff-events', 'staff-groups', 'staff-flyer']],
  [
    ['shop'],
    [
      'staff-board',
      'staff-exchanges',
      'staff-order',
      'staff-prizes',
      'staff-check-in',
      'staff-events',
      'staff-groups',
      'staff-flyer',
    ],
  ],
  [
    ['owner', 'shop'],
    [
      ...[
        'staff-board',
        'staff-refunds',
        'staff-prizes',
        'staff-draws',
        'staff-check-in',
        'staff-events',
        'staff-groups',
        'staff-flyer',
        'staff-batches',
        'staff-funnel',
      ],
      ...['staff-referrals', 'staff-payouts', 'staff-letters'],
    ],
  ],
])('%j are shown %j', (roles, ids) => expect(staffDoorsOf(roles).map(({ id }) => id)).toEqual(ids));
