const mockKept = new Map<string, unknown>();
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockKept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => mockKept.set(key, value),
  },
}));

import { deviceId } from './device';

beforeEach(() => mockKept.clear());

test('22 letters as the contract takes them, made once and kept', () => {
  const first = deviceId();
  expect(first).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(deviceId()).toBe(first);
});

test('another storage is another device', () => {
  const ids = Array.from({ length: 100 }, () => {
    mockKept.clear();
    return deviceId();
  });
  expect(new Set(ids).size).toBe(100);
});

test('a kept value that is none is made anew', () => {
  mockKept.set('linli.device', 'short');
  expect(deviceId()).toHaveLength(22);
});
