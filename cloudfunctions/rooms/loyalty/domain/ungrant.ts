import type { Wallet } from '../../../kernel/wallet';
import { grantLotId } from './earn';
import { takeBackPoints } from './points';

/** Takes back what was granted under this op: its own lot first, then the others, then into debt (rules.md section 2). */
export const ungrantPoints = (wallet: Wallet, op: string, points: number): Wallet =>
  takeBackPoints(wallet, points, grantLotId(op));
