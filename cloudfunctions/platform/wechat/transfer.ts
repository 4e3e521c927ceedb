import type { TransferFacts, TransferPort } from '../ports';
import { PayNoAnswer, text } from './pay-answer';
import { askV3, type V3Answer, type V3Parts } from './pay-v3';

const PATH = '/v3/fund-app/mch-transfer/transfer-bills';
/** 现金营销: the scene that WeChat grants for rewards, with the two reports that it asks for. */
const SCENE_ID = '1000';
const REPORTS = [
  { info_type: '活动名称', info_content: '邻礼邻里奖励' },
  { info_type: '奖励说明', info_content: '按活动规则发放的现金奖励' },
];

/** By WeChat's names; what is not in it is still on its way. */
const STATES: { readonly [state: string]: TransferFacts['state'] } = {
  WAIT_USER_CONFIRM: 'waiting',
  SUCCESS: 'succeeded',
  FAIL: 'failed',
  CANCELLED: 'returned',
};

/** Not taken within 24 hours: WeChat says FAIL, and the money never left. */
const NOT_TAKEN: ReadonlySet<string> = new Set(['OVERDUE_CLOSE']);

const UNKNOWN: TransferFacts = {
  ...{ state: 'unknown', amountFen: 0, packageInfo: null, transferNumber: null, reason: null },
};

/** Asking again with the same number may be answered otherwise; NOT_ENOUGH: today's takings do not cover it yet. */
const ASK_AGAIN: ReadonlySet<string> = new Set([
  'FREQUENCY_LIMITED',
  'RATELIMIT_EXCEEDED',
  'NOT_ENOUGH',
  'SYSTEM_ERROR',
]);

/** Null: not set up. It refuses nothing by itself: who asks it all the same learns nothing. */
export function transferPort(parts: V3Parts | null): TransferPort {
  if (!parts) {
    const silent = (api: string) => () => Promise.reject(new PayNoAnswer(api, 'transfers are not set up'));
    return { merchant: null, transfer: silent('transfer'), queryTransfer: silent('queryTransfer') };
  }
  const { merchantId, appId } = parts.account;
  return {
    merchant: { merchantId, appId },
    async transfer({ outBillNo, openid, amountFen, remark }) {
      const body = {
        ...{ appid: appId, out_bill_no: outBillNo, transfer_scene_id: SCENE_ID, openid },
        ...{ transfer_amount: amountFen, transfer_remark: remark, user_recv_perception: '现金奖励' },
        transfer_scene_report_infos: REPORTS,
      };
      const answer = await askV3(parts, 'POST', PATH, JSON.stringify(body));
      if (answer.status === 200) return { ...factsOf(answer), amountFen };
      return { refused: refusalOf('transfer', answer) };
    },
    async queryTransfer(outBillNo) {
      const answer = await askV3(parts, 'GET', `${PATH}/out-bill-no/${encodeURIComponent(outBillNo)}`, '');
      if (answer.status === 200) return factsOf(answer);
      if (answer.status === 404 && answer.body.code === 'NOT_FOUND') return UNKNOWN;
      throw new PayNoAnswer('queryTransfer', refusalOf('queryTransfer', answer));
    },
  };
}

/** Its code. @throws PayNoAnswer where asking again is right */
function refusalOf(api: string, { status, body }: V3Answer): string {
  const code = text(body.code);
  if (status >= 500 || status === 429 || code === null || ASK_AGAIN.has(code))
    throw new PayNoAnswer(api, `${status} ${code ?? 'without a code'}`);
  return code;
}

function factsOf({ body }: V3Answer): TransferFacts {
  const reason = text(body.fail_reason);
  const state = STATES[text(body.state) ?? ''] ?? 'processing';
  return {
    state: state === 'failed' && NOT_TAKEN.has(reason ?? '') ? 'returned' : state,
    amountFen: Number(body.transfer_amount ?? 0),
    packageInfo: text(body.package_info),
    transferNumber: text(body.transfer_bill_no),
    reason,
  };
}
