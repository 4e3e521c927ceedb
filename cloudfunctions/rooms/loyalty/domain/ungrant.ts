import type { Wallet } from '../../../kernel/wallet';
import { grantLotId } from './earn';
import { takeBackPoints } from './points';

/** What the order room writes into the effect `loyalty.ungrant` when the last unit of an order is given back. */
export type UngrantData = { readonly orderId: string; readonly points: number; readonly grantOp: string };

/** Takes back what an add-on gave: its own lot first, then the others, then into debt (rules.md section 2). */
export const ungrantPoints = (wallet: Wallet, { points, grantOp }: UngrantData): Wallet =>
  takeBackPoints(wallet, points, grantLotId(grantOp));
