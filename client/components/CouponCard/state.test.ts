import { couponDress } from './state';

describe('coupon states', () => {
  test('what can be acted on is never grey, what cannot always says why by button, stamp or lock', () => {
    for (const [look, dress] of Object.entries(couponDress)) {
      const saysWhy = dress.stamp !== null || dress.lock !== null || dress.button === 'disabled';
      expect({ look, off: dress.off }).toEqual({ look, off: saysWhy });
    }
  });

  test('only to claim and expiring are loud', () => {
    const loud = Object.entries(couponDress).flatMap(([look, dress]) => (dress.button === 'filled' ? [look] : []));
    expect(loud).toEqual(['claim', 'expiring']);
  });
});
