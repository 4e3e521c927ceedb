import type { PutInPrize } from '@rooms/order/contract';
import { inside } from './inside';
import { dayText } from './times';

/** Why a prize lies in the bag: 「收货抽奖得的，11 月 20 日」. */
export const prizeNote = ({ drawTitle, wonAtMs }: Pick<PutInPrize, 'drawTitle' | 'wonAtMs'>): string =>
  `${inside(drawTitle).trimStart()}得的，${dayText(wonAtMs)}`;
