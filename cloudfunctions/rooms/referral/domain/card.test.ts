import { seededRandom } from '../../../../tests/support/world';
import {
  bindingUnits,
  cardIdOf,
  leftOf,
  limitsOf,
  readScene,
  SECRET_BYTES,
  sceneOf,
  secretOf,
  withDevice,
} from './card';
import type { Programme } from './programme';

const NOON_MS = Date.UTC(2026, 10, 22, 4);
const DAY_MS = 86_400_000;

test('a scene is 32 characters that a mini-program code may hold, and gives the card and its secret again', () => {
  const random = seededRandom(7);
  for (let n = 0; n < 200; n += 1) {
    const card = { _id: cardIdOf('launch', `r_${n}`), secret: secretOf(random.bytes(SECRET_BYTES)) };
    const scene = sceneOf(card);
    expect(scene).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(readScene(scene)).toEqual({ cardId: card._id, secret: card.secret });
  }
});

test('96 random bits that the id does not tell: 100,000 guesses at one card hit nothing', () => {
  const random = seededRandom(11);
  const card = { _id: cardIdOf('launch', 'r_gui'), secret: secretOf(random.bytes(SECRET_BYTES)) };
  let hits = 0;
  for (let n = 0; n < 100_000; n += 1) if (secretOf(random.bytes(SECRET_BYTES)) === card.secret) hits += 1;
  expect(hits).toBe(0);
});

test('one card a resident and campaign', () => {
  expect(cardIdOf('launch', 'r_gui')).toBe(cardIdOf('launch', 'r_gui'));
  expect(cardIdOf('launch', 'r_gui')).not.toBe(cardIdOf('spring', 'r_gui'));
  expect(cardIdOf('launch', 'r_gui')).toMatch(/^c_[0-9a-f]{24}$/);
});

test('limits: 50 in all and 20 on each of the 3 Shanghai days that 48 h from noon touch', () => {
  const programme = { startsAtMs: NOON_MS, endsAtMs: NOON_MS + 2 * DAY_MS, mostPerDay: 20, mostInAll: 50 };
  const limits = limitsOf(programme as Programme);
  expect(limits).toEqual({ n: 50, d20261122: 20, d20261123: 20, d20261124: 20 });
  expect(bindingUnits(NOON_MS)).toEqual({ n: 1, d20261122: 1 });
  expect(leftOf({ ...limits, n: 3 }, programme, NOON_MS)).toEqual({ today: 3, inAll: 3 });
  expect(leftOf({ ...limits, d20261122: 0 }, programme, NOON_MS)).toEqual({ today: 0, inAll: 50 });
});

test('the newest 5 devices are known; a known one changes nothing', () => {
  expect(withDevice(['a', 'b'], 'b')).toBeNull();
  expect(withDevice(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['b', 'c', 'd', 'e', 'f']);
});
