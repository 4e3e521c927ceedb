import { isOpen, type ReferralState, TRANSITIONS } from './states';

const STATES = Object.keys(TRANSITIONS) as ReferralState[];

test('every state is reached from bound or held, and every open one is left', () => {
  const reached = new Set<ReferralState>(['bound', 'held']);
  for (let step = 0; step < STATES.length; step += 1)
    for (const state of [...reached]) for (const next of TRANSITIONS[state]) reached.add(next);
  expect([...reached].sort()).toEqual([...STATES].sort());
  expect(STATES.filter((state) => TRANSITIONS[state].length === 0)).toEqual(['refused', 'expired', 'revoked']);
});

test('only what is bound or held can still come to a reward', () => {
  expect(STATES.filter(isOpen)).toEqual(['bound', 'held']);
  expect(STATES.filter((state) => TRANSITIONS[state].includes('rewarded'))).toEqual(['bound', 'held']);
  expect(TRANSITIONS.rewarded).toEqual(['revoked']);
});
