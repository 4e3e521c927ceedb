import { randomBytes, randomInt } from 'node:crypto';
import type { Random } from './context';

export const strongRandom: Random = {
  bytes: (count) => new Uint8Array(randomBytes(count)),
  below: (below) => randomInt(below),
};
