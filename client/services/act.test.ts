const mockKept = new Map<string, unknown>();
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockKept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => mockKept.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => mockKept.delete(key),
  },
}));
const mockCarry = jest.fn();
jest.mock('./transport', () => ({ carry: (...args: unknown[]) => mockCarry(...args) }));

import { act } from './act';
import { NetworkError } from './reply';

const nowMs = 1_795_000_000_000;
const done = (data: unknown) => ({ ok: true, data, nowMs });
const refused = (code: string) => ({ ok: false, code, nowMs });
const lift = () => Promise.reject(new Error('no signal'));
const keys = () => mockCarry.mock.calls.map(([, event]) => event.requestKey);

beforeEach(() => {
  mockKept.clear();
  mockCarry.mockReset();
});

describe('one wish, carried out once', () => {
  test('one answer, one key, nothing kept', async () => {
    mockCarry.mockResolvedValue(done('a'));
    expect(await act('claim', 'resident', 'coupon.claim', { templateId: 't' })).toMatchObject({ ok: true, data: 'a' });
    expect(mockCarry).toHaveBeenCalledWith('resident', {
      operation: 'coupon.claim',
      requestKey: expect.stringMatching(/^\d{13}-.{22}$/),
      input: { templateId: 't' },
    });
    expect(mockKept.size).toBe(0);
  });

  test('a lost answer is asked for again at once with the same key', async () => {
    mockCarry.mockImplementationOnce(lift).mockResolvedValue(done('a'));
    await act('claim', 'resident', 'coupon.claim');
    expect(new Set(keys()).size).toBe(1);
    expect(mockCarry).toHaveBeenCalledTimes(2);
  });

  test('no signal: the key is kept, and the next tap of the same wish carries it', async () => {
    mockCarry.mockImplementation(lift);
    await expect(act('place', 'resident', 'order.place', { n: 1 })).rejects.toBeInstanceOf(NetworkError);
    mockCarry.mockResolvedValue(done('order'));
    expect(await act('place', 'resident', 'order.place', { n: 1 })).toMatchObject({ ok: true, data: 'order' });
    expect(new Set(keys()).size).toBe(1);
  });

  test('another input after a lost answer: the first is asked about, and its late success is the answer', async () => {
    mockCarry.mockImplementation(lift);
    await expect(act('place', 'resident', 'order.place', { n: 1 })).rejects.toBeInstanceOf(NetworkError);
    mockCarry.mockResolvedValue(done('first'));
    const reply = await act('place', 'resident', 'order.place', { n: 2 });
    expect(reply).toMatchObject({ ok: true, data: 'first', earlier: true });
    expect(mockCarry.mock.calls.at(-1)?.[1]).toMatchObject({ input: { n: 1 } });
  });

  test('another input after a lost answer that was a refusal: the new one goes with a new key', async () => {
    mockCarry.mockImplementation(lift);
    await expect(act('place', 'resident', 'order.place', { n: 1 })).rejects.toBeInstanceOf(NetworkError);
    mockCarry.mockReset();
    mockCarry.mockResolvedValueOnce(refused('SOLD_OUT')).mockResolvedValueOnce(done('second'));
    expect(await act('place', 'resident', 'order.place', { n: 2 })).toMatchObject({ ok: true, data: 'second' });
    expect(new Set(keys()).size).toBe(2);
  });

  test('an expired key is settled: one new key', async () => {
    mockCarry.mockImplementation(lift);
    await expect(act('claim', 'resident', 'coupon.claim')).rejects.toBeInstanceOf(NetworkError);
    mockCarry.mockReset();
    mockCarry.mockResolvedValueOnce(refused('REQUEST_KEY_EXPIRED')).mockResolvedValueOnce(done('a'));
    expect(await act('claim', 'resident', 'coupon.claim')).toMatchObject({ ok: true, data: 'a' });
    expect(new Set(keys()).size).toBe(2);
  });

  test('INTERNAL leaves the outcome open: the key stays', async () => {
    mockCarry.mockResolvedValueOnce(refused('INTERNAL')).mockResolvedValueOnce(done('a'));
    await act('claim', 'resident', 'coupon.claim');
    await act('claim', 'resident', 'coupon.claim');
    expect(new Set(keys()).size).toBe(1);
  });

  test('a broken envelope counts as no answer', async () => {
    mockCarry.mockResolvedValue({ hello: 1 });
    await expect(act('claim', 'resident', 'coupon.claim')).rejects.toBeInstanceOf(NetworkError);
  });
});
