import { safeReturn } from './return-path';

describe('where the cashier leads back to', () => {
  it.each([
    ['/#/packages/order/pages/result/index?id=1', '/#/packages/order/pages/result/index?id=1'],
    ['http://localhost:8080/?as=o_anna#/x', '/?as=o_anna#/x'],
    ['#/x', '/#/x'],
    ['', '/'],
  ])('%p leads to %p', (target, expected) => {
    expect(safeReturn(target, 'localhost:8080')).toBe(expected);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'http://localhost:8081/',
    'http://localhost:8080@evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://[',
  ])('%p leads home', (target) => {
    expect(safeReturn(target, 'localhost:8080')).toBe('/');
  });
});
