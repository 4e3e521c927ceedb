import { DAY_MS } from '../../cloudfunctions/kernel/period';
import type { TransferFacts, TransferPort } from '../../cloudfunctions/platform/ports';
import { LOCAL_MERCHANT_ID } from '../../cloudfunctions/platform/wechat/account';

interface Transfer {
  readonly openid: string;
  readonly amountFen: number;
  readonly bornAtMs: number;
  state: TransferFacts['state'];
  reason: string | null;
}

type Asked = Parameters<TransferPort['transfer']>[0];

const NOTHING = { state: 'unknown', amountFen: 0, packageInfo: null, transferNumber: null, reason: null } as const;

/** WeChat's merchant transfers as the rooms meet them: one a number, taken by the person within 24 hours. */
export class Transfers {
  /** Transfers left that are carried out, and whose answer is lost. */
  lost = 0;
  /** Codes for the next transfers that are asked for, one each. */
  readonly refusals: string[] = [];
  private readonly all = new Map<string, Transfer>();

  constructor(private readonly clock: { readonly nowMs: number }) {}

  ask({ outBillNo, openid, amountFen }: Asked): TransferFacts | { readonly refused: string } {
    if (!/^[A-Za-z0-9]{1,32}$/.test(outBillNo)) return { refused: 'PARAM_ERROR' };
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return { refused: refusal };
    const known = this.all.get(outBillNo);
    if (known && (known.openid !== openid || known.amountFen !== amountFen)) return { refused: 'INVALID_REQUEST' };
    if (!known) {
      const bornAtMs = this.clock.nowMs;
      this.all.set(outBillNo, { openid, amountFen, bornAtMs, state: 'waiting', reason: null });
    }
    return this.facts(outBillNo);
  }

  facts(outBillNo: string): TransferFacts {
    const transfer = this.all.get(outBillNo);
    if (!transfer) return NOTHING;
    if (transfer.state === 'waiting' && this.clock.nowMs >= transfer.bornAtMs + DAY_MS)
      Object.assign(transfer, { state: 'returned', reason: 'OVERDUE_CLOSE' });
    const { state, amountFen, reason } = transfer;
    const packageInfo = state === 'waiting' ? `pkg_${outBillNo}` : null;
    return { state, amountFen, packageInfo, transferNumber: `wt_${outBillNo}`, reason };
  }

  /** The person taps in WeChat. */
  take(outBillNo: string): void {
    const transfer = this.all.get(outBillNo);
    if (transfer?.state === 'waiting') transfer.state = 'succeeded';
  }

  fail(outBillNo: string, reason: string): void {
    const transfer = this.all.get(outBillNo);
    if (transfer) Object.assign(transfer, { state: 'failed', reason });
  }

  /** Numbers under which money is under way or was taken. */
  live(): string[] {
    return [...this.all].flatMap(([number, { state }]) => (state === 'failed' || state === 'returned' ? [] : [number]));
  }

  paidFen(): number {
    return [...this.all.values()].reduce(
      (sum, { state, amountFen }) => sum + (state === 'succeeded' ? amountFen : 0),
      0,
    );
  }
}

export const TEST_MERCHANT = { merchantId: LOCAL_MERCHANT_ID, appId: 'wx_test' };
