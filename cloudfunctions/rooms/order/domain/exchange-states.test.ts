import { EXCHANGE_TRANSITIONS, type ExchangeState, isHandedOver, isOpenExchange } from './exchange-states';

const STATES = Object.keys(EXCHANGE_TRANSITIONS) as ExchangeState[];
const LAST: readonly ExchangeState[] = ['done', 'refunded', 'declined', 'withdrawn'];

test('every state is reached from asked, and every state but the final four is left', () => {
  const seen = new Set<ExchangeState>(['asked']);
  for (const state of seen) for (const next of EXCHANGE_TRANSITIONS[state]) seen.add(next);
  expect([...seen].sort()).toEqual([...STATES].sort());
  expect(STATES.filter((state) => EXCHANGE_TRANSITIONS[state].length === 0).sort()).toEqual([...LAST].sort());
});

test.each([
  ['asked', ['agreed', 'declined', 'withdrawn']],
  ['agreed', ['reserved', 'no-stock', 'withdrawn']],
  ['no-stock', ['agreed', 'refunded', 'declined', 'withdrawn']],
  ['reserved', ['dispatched', 'handed-over', 'refunded', 'declined', 'withdrawn']],
  ['dispatched', ['handed-over', 'refunded', 'declined']],
  ['handed-over', ['done']],
] as const)('from %s it goes to %j and nowhere else', (from, to) => {
  expect([...EXCHANGE_TRANSITIONS[from]].sort()).toEqual([...to].sort());
});

test('an exchange never opens again, and fresh goods that are handed over are never given back in it', () => {
  const closed = STATES.filter((state) => !isOpenExchange(state));
  for (const from of closed) expect(EXCHANGE_TRANSITIONS[from].filter(isOpenExchange)).toEqual([]);
  for (const from of STATES.filter(isHandedOver))
    expect(EXCHANGE_TRANSITIONS[from].filter((to) => !isHandedOver(to))).toEqual([]);
});

test('nobody withdraws what is on its way', () => {
  expect(STATES.filter((state) => EXCHANGE_TRANSITIONS[state].includes('withdrawn')).sort()).toEqual(
    ['asked', 'agreed', 'no-stock', 'reserved'].sort(),
  );
});
