import { mayMove, PAYOUT_STATES, PAYOUT_TRANSITIONS, TAB_OF_PAYOUT } from './payout-states';

test('every state can be reached from due, and only paid and withheld are final', () => {
  const seen = new Set<keyof typeof PAYOUT_TRANSITIONS>(['due']);
  for (const state of seen) for (const next of PAYOUT_TRANSITIONS[state]) seen.add(next);
  expect([...seen].sort()).toEqual([...PAYOUT_STATES].sort());
  expect(PAYOUT_STATES.filter((state) => PAYOUT_TRANSITIONS[state].length === 0)).toEqual(['paid', 'withheld']);
});

test('what WeChat Pay was asked for is withheld by nobody until WeChat Pay has ended it', () => {
  expect(PAYOUT_STATES.filter((state) => mayMove(state, 'withheld'))).toEqual([
    'due',
    'confirmed',
    'failed',
    'returned',
  ]);
});

test('WeChat Pay is asked only after an operator: no way from due or failed to sending but through confirmed', () => {
  expect(PAYOUT_STATES.filter((state) => mayMove(state, 'sending'))).toEqual(['confirmed', 'returned']);
  expect(PAYOUT_STATES.filter((state) => mayMove(state, 'confirmed'))).toEqual(['due', 'failed']);
});

test('trouble is what a person must mend', () => {
  expect(PAYOUT_STATES.filter((state) => TAB_OF_PAYOUT[state] === 'trouble')).toEqual(['failed']);
});
