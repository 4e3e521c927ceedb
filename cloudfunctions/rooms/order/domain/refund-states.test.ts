import {
  isGivenBack,
  isOpenOrGivenBack,
  isShopsFault,
  REFUND_TRANSITIONS,
  type RefundReason,
  type RefundState,
} from './refund-states';

const STATES = Object.keys(REFUND_TRANSITIONS) as RefundState[];
/** Before dispatch and instant ones begin as due, unwanted goods as goods-to-come, the rest as asked. */
const FIRST: readonly RefundState[] = ['asked', 'goods-to-come', 'due'];
const LAST: readonly RefundState[] = ['succeeded', 'transferred', 'declined', 'withdrawn'];

test('every state is reached from a first one, and every state but the final four is left', () => {
  const seen = new Set<RefundState>(FIRST);
  for (const state of seen) for (const next of REFUND_TRANSITIONS[state]) seen.add(next);
  expect([...seen].sort()).toEqual([...STATES].sort());
  expect(STATES.filter((state) => REFUND_TRANSITIONS[state].length === 0).sort()).toEqual([...LAST].sort());
});

test.each([
  ['asked', ['due', 'goods-to-come', 'declined', 'withdrawn']],
  ['goods-to-come', ['due', 'declined', 'withdrawn']],
  ['due', ['accepted', 'succeeded', 'refused']],
  ['accepted', ['succeeded', 'refused']],
  ['refused', ['due', 'transferred']],
] as const)('from %s it goes to %j and nowhere else', (from, to) => {
  expect([...REFUND_TRANSITIONS[from]].sort()).toEqual([...to].sort());
});

test('what is owed is never taken back: no way from given back to not given back', () => {
  for (const from of STATES.filter(isGivenBack))
    expect(REFUND_TRANSITIONS[from].filter((to) => !isGivenBack(to))).toEqual([]);
});

test('units are free again only when it was declined or withdrawn', () => {
  expect(STATES.filter((state) => !isOpenOrGivenBack(state)).sort()).toEqual(['declined', 'withdrawn']);
});

test.each([
  ['not-fresh', true],
  ['broken', true],
  ['missing', true],
  ['wrong', true],
  ['quality', true],
  ['unwanted', false],
] as const)('%s is the shop’s fault: %s', (reason: RefundReason, fault) => {
  expect(isShopsFault(reason)).toBe(fault);
});

test('no reason is nobody’s fault', () => {
  expect(isShopsFault(null)).toBe(false);
});
