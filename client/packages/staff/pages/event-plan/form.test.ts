import { clockOf, dateOf, emptyForm, inputOf, momentOf } from './form';

/** 2026-11-22 10:00 in Shanghai, a Sunday. */
const NOW_MS = Date.UTC(2026, 10, 22, 2);

test('a day and an hour of Shanghai, and back', () => {
  const atMs = Date.UTC(2026, 10, 28, 1);
  expect(momentOf('2026-11-28', '09:00')).toBe(atMs);
  expect([dateOf(atMs), clockOf(atMs)]).toEqual(['2026-11-28', '09:00']);
  expect(momentOf('2026-11-28', '9')).toBeNull();
});

test('a new plan is for the Saturday after today', () => {
  expect(emptyForm(NOW_MS).date).toBe('2026-11-28');
  expect(emptyForm(NOW_MS + 6 * 86_400_000).date).toBe('2026-12-05');
});

const whole = {
  ...emptyForm(NOW_MS),
  ...{ title: '周末集市', line: '尝冬枣', estateId: 'guihua', place: '东门', host: '邻礼', contact: '小马' },
};

test('a whole plan is asked for as the server takes it', () => {
  expect(inputOf(whole)).toMatchObject({ capacity: 120, perHousehold: 3, startsAtMs: Date.UTC(2026, 10, 28, 1) });
  expect(inputOf(whole)).not.toHaveProperty('thanksTemplateId');
});

test.each([{ title: ' ' }, { capacity: '0' }, { capacity: 'many' }, { starts: '' }])('%j is not whole', (change) => {
  expect(inputOf({ ...whole, ...change })).toBeNull();
});
