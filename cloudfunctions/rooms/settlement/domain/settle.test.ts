import { assertConserved } from './conserved';
import { settle } from './settle';
import { aCoupon, aLine, anInput, anOffer } from './support/build';

const cart = anInput({ lines: [aLine('a'), aLine('b')] });

describe('input that no contract lets through throws', () => {
  test.each([
    [{ lines: [aLine('a', { quantity: 0 })] }, /quantity of a/],
    [{ lines: [aLine('a', { quantity: 1000 })] }, /quantity of a/],
    [{ lines: [aLine('a', { quantity: 1.5 })] }, /quantity of a/],
    [{ lines: [aLine('a', { listUnitFen: -1 })] }, /listUnitFen of a/],
    [{ lines: [aLine('a', { listUnitFen: 0.1 })] }, /listUnitFen of a/],
    [{ lines: [aLine('a'), aLine('a')] }, /a is there twice/],
    [{ pointsWish: -1 }, /pointsWish/],
    [{ pointsRule: { unitPoints: 100, unitFen: 0, shareBps: 5000 } }, /unitFen/],
    [{ coupons: [aCoupon('fixed', 'c', { offFen: 1 }), aCoupon('fixed', 'c', { offFen: 2 })] }, /c is there twice/],
  ])('%#', (over, message) => expect(() => settle({ ...cart, ...over })).toThrow(message));
});

describe('the fingerprint', () => {
  const quote = settle(cart);
  test('is 32 hex digits', () => expect(quote.fingerprint).toMatch(/^[0-9a-f]{32}$/));
  test('changes with any price, quantity, freight or reduction', () => {
    const others = [
      { lines: [aLine('a', { listUnitFen: 1001 }), aLine('b')] },
      { lines: [aLine('a', { quantity: 2 }), aLine('b')] },
      { lines: [aLine('a')] },
      { delivery: { kind: 'standard', baseFreightFen: 501, rushFeeFen: 0 } },
      { delivery: { kind: 'standard', baseFreightFen: 400, rushFeeFen: 100 } },
      { offers: [anOffer('first-order', 'f', { offFen: 1 })] },
      { coupons: [aCoupon('fixed', 'c', { offFen: 1 })] },
    ].map((over) => settle({ ...cart, ...over }).fingerprint);
    expect(new Set([...others, quote.fingerprint]).size).toBe(others.length + 1);
  });
  test('changes with what the same add-on brings: a version of the campaign may promise less under its id', () => {
    const gift = { form: 'gift', giftSkuId: 'g', quantity: 1, valueUnitFen: 500 } as const;
    const benefits = [
      gift,
      { ...gift, giftSkuId: 'h' },
      { ...gift, quantity: 2 },
      { ...gift, valueUnitFen: 501 },
      { form: 'coupon', templateId: 't', valueFen: 500 },
      { form: 'coupon', templateId: 'u', valueFen: 500 },
      { form: 'coupon', templateId: 't', valueFen: 501 },
      { form: 'warranty', months: 12 },
      { form: 'warranty', months: 11 },
      { form: 'support', days: 30 },
      { form: 'support', days: 12 },
      { form: 'chances', drawId: 'd', chances: 2 },
      { form: 'chances', drawId: 'e', chances: 2 },
      { form: 'chances', drawId: 'd', chances: 1 },
      { form: 'points', points: 1_000 },
      { form: 'points', points: 1 },
    ] as const;
    const prints = benefits.map((benefit) => {
      const offer = anOffer('spend-add-on', 'more', { thresholdFen: 1_000, benefit });
      return settle({ ...cart, offers: [offer] }).fingerprint;
    });
    expect(new Set(prints).size).toBe(benefits.length);
  });
  test('stays where only words, hints and the time within an offer change', () => {
    const ahead = anOffer('free-freight', 's', { fromFen: 99_999 }, { title: '满额包邮' });
    expect(settle({ ...cart, offers: [ahead], nowMs: cart.nowMs + 1000 }).fingerprint).toBe(quote.fingerprint);
  });
});

test('the largest cart that contracts let through stays exact: 100 lines × 999 × ¥100,000', () => {
  const lines = Array.from({ length: 100 }, (_, i) => aLine(`s${i}`, { quantity: 999, listUnitFen: 10_000_000 - i }));
  const quote = settle({
    ...cart,
    lines,
    offers: [
      anOffer('time-window', 'w', { windows: [], price: { form: 'rate', payRateBps: 9999 }, maxUnits: 7 }),
      anOffer('first-order', 'f', { offFen: 9_999_999 }),
    ],
    coupons: [aCoupon('percentage', 'c', { payRateBps: 3333, capFen: 10_000_000 })],
    pointsWish: 10_000_000,
    resident: { ...cart.resident, spendablePoints: 10_000_000 },
  });
  assertConserved(quote);
  expect(quote.coupons.proven).toBe(true);
  expect(quote.points.used).toBe(10_000_000);
});

test('a threshold of list prices that a line price missed is said, also where a lower rung applies', () => {
  const tier = (thresholdFen: number, offFen: number) => ({ thresholdFen, off: { form: 'fixed' as const, offFen } });
  const quote = settle({
    ...cart,
    offers: [
      anOffer('spend-tiers', 't', { group: 'a', reach: { form: 'best', tiers: [tier(1000, 100), tier(2000, 300)] } }),
      anOffer('time-window', 'w', { windows: [], price: { form: 'price', unitFen: 999 } }),
    ],
  });
  expect(quote.adjustments.map((one) => one.id)).toEqual(['line-price:w', 'spend-tier:t']);
  expect(quote.notApplied).toMatchObject([{ id: 't', reason: 'MISSED_BY_LINE_PRICE', gapFen: 2 }]);
});
