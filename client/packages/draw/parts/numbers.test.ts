import { elementId, fingerprintText, slotText } from './numbers';

test('a fingerprint of 64 digits shows its two ends', () => {
  expect(fingerprintText(`9f3c27b14e08d65a${'0'.repeat(40)}03c1a71e`)).toBe('9f3c27b1 4e08d65a … 03c1a71e');
});

test.each([
  [0, '000 000'],
  [27_316, '027 316'],
  [999_999, '999 999'],
])('slot %i reads %s', (slot, text) => {
  expect(slotText(slot)).toBe(text);
});

test('a chance names an element without a colon', () => {
  expect(elementId('order:a1:2')).toBe('order-a1-2');
});
