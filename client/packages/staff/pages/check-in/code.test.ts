import { codeIn } from './code';

const TOKEN = '0123456789abcdef0123';

test.each([
  [`linli:event:ev_market:${TOKEN}`, { eventId: 'ev_market', code: TOKEN }],
  [` linli:event:ev_market:${TOKEN}\n`, { eventId: 'ev_market', code: TOKEN }],
  ['48260937', { eventId: null, code: '48260937' }],
  ['4826 0937', { eventId: null, code: '48260937' }],
  ['4826 093', null],
  [`linli:event:market:${TOKEN}`, null],
  ['https://example.com', null],
  ['', null],
])('%j is %j', (text, code) => {
  expect(codeIn(text)).toEqual(code);
});
