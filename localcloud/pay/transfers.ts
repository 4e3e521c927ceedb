import { createHash, createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto';
import { type CloudRecord, type RecordBackend, RecordBox } from '../records';

/** Merchant transfers to people, as WeChat Pay's API v3 does them: /v3/fund-app/mch-transfer/transfer-bills. */
export interface Transfer extends CloudRecord {
  readonly openid: string;
  readonly amountFen: number;
  readonly bornAtMs: number;
  readonly billNumber: string;
  readonly state: 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELLED';
  readonly failReason: string;
}

/** Keys of the merchant, and of the platform that answers: made at the first question, one pair a boot. */
export interface TransferKeys {
  readonly serial: string;
  readonly privateKey: string;
  readonly platformKeyId: string;
  readonly platformKey: string;
}

export interface V3Request {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface V3Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const PATH = '/v3/fund-app/mch-transfer/transfer-bills';
/** WeChat waits a day for the person's tap; then the transfer fails and the money stays. */
const PATIENCE_MS = 86_400_000;
/** From ¥2,000 on WeChat asks for the person's name; below ¥0.10 it transfers nothing. */
const LEAST_FEN = 10;
const MOST_FEN = 199_999;

type Pair = ReturnType<typeof newPair>;
const newPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

export class Transfers {
  private readonly serial = randomBytes(20).toString('hex').toUpperCase();
  private readonly platformKeyId = `PUB_KEY_ID_${randomBytes(16).toString('hex')}`;
  private pairs: { readonly merchant: Pair; readonly platform: Pair } | undefined;

  private constructor(
    private readonly box: RecordBox<Transfer>,
    private readonly nowMs: () => number,
  ) {}

  static async open(backend: RecordBackend, nowMs: () => number): Promise<Transfers> {
    return new Transfers(await RecordBox.open<Transfer>(backend, 'transfers'), nowMs);
  }

  keys(): TransferKeys {
    const { merchant, platform } = this.keyPairs();
    const { serial, platformKeyId } = this;
    return { serial, privateKey: merchant.privateKey, platformKeyId, platformKey: platform.publicKey };
  }

  all(): Transfer[] {
    return this.box.all().map((transfer) => this.asOfNow(transfer));
  }

  /** The person taps in WeChat. False: there is nothing to take under this package. */
  async take(packageInfo: string): Promise<boolean> {
    const found = this.all().find((transfer) => packageOf(transfer) === packageInfo);
    if (found?.state !== 'WAIT_USER_CONFIRM') return false;
    await this.box.put({ ...found, state: 'SUCCESS' });
    return true;
  }

  async answer(request: V3Request): Promise<V3Reply> {
    if (!this.isSigned(request)) return this.signed(401, { code: 'SIGN_ERROR', message: '签名错误' });
    const [path = ''] = request.path.split('?');
    if (request.method === 'POST' && path === PATH) return this.create(request.body);
    const number = path.startsWith(`${PATH}/out-bill-no/`) ? path.slice(`${PATH}/out-bill-no/`.length) : null;
    const found = number === null ? undefined : this.box.get(number);
    if (request.method === 'GET' && found) return this.signed(200, viewOf(this.asOfNow(found)));
    return this.signed(404, { code: 'NOT_FOUND', message: '记录不存在' });
  }

  private async create(body: string): Promise<V3Reply> {
    const asked = JSON.parse(body) as Record<string, unknown>;
    const { out_bill_no: number, openid, transfer_amount: amountFen } = asked;
    const isGood =
      typeof number === 'string' && /^[A-Za-z0-9]{1,32}$/.test(number) && typeof openid === 'string' && openid !== '';
    if (!isGood || typeof amountFen !== 'number' || !Number.isInteger(amountFen) || amountFen < LEAST_FEN)
      return this.signed(400, { code: 'PARAM_ERROR', message: '参数错误' });
    if (amountFen > MOST_FEN)
      return this.signed(400, { code: 'PARAM_ERROR', message: '转账金额≥2000元须填收款人姓名' });
    const known = this.box.get(number);
    if (known && (known.openid !== openid || known.amountFen !== amountFen))
      return this.signed(400, { code: 'INVALID_REQUEST', message: '商户单号已存在，且参数不一致' });
    const billNumber = `13300${createHash('sha256').update(number).digest('hex').slice(0, 20)}`;
    const fresh: Transfer = {
      ...{ _id: number, openid, amountFen, bornAtMs: this.nowMs(), billNumber },
      ...{ state: 'WAIT_USER_CONFIRM', failReason: '' },
    };
    if (!known) await this.box.put(fresh);
    return this.signed(200, viewOf(this.asOfNow(known ?? fresh)));
  }

  private asOfNow(transfer: Transfer): Transfer {
    const isOver = transfer.state === 'WAIT_USER_CONFIRM' && this.nowMs() >= transfer.bornAtMs + PATIENCE_MS;
    return isOver ? { ...transfer, state: 'FAIL', failReason: 'OVERDUE_CLOSE' } : transfer;
  }

  private isSigned({ method, path, authorization, body }: V3Request): boolean {
    const said = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(authorization)?.[1] ?? '';
    if (!authorization.startsWith('WECHATPAY2-SHA256-RSA2048 ') || said('serial_no') !== this.serial) return false;
    const text = `${method}\n${path}\n${said('timestamp')}\n${said('nonce_str')}\n${body}\n`;
    const { merchant } = this.keyPairs();
    return createVerify('RSA-SHA256').update(text).verify(merchant.publicKey, said('signature'), 'base64');
  }

  private signed(status: number, answer: object): V3Reply {
    const body = JSON.stringify(answer);
    const timestamp = String(Math.floor(this.nowMs() / 1_000));
    const nonce = randomBytes(16).toString('hex');
    const signer = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`);
    return {
      status,
      headers: {
        'wechatpay-timestamp': timestamp,
        'wechatpay-nonce': nonce,
        'wechatpay-serial': this.platformKeyId,
        'wechatpay-signature': signer.sign(this.keyPairs().platform.privateKey, 'base64'),
      },
      body,
    };
  }

  private keyPairs() {
    this.pairs ??= { merchant: newPair(), platform: newPair() };
    return this.pairs;
  }
}

const packageOf = ({ _id }: Transfer): string => `pkg_${_id}`;

function viewOf(transfer: Transfer): object {
  const { _id, state, amountFen, billNumber, failReason, openid } = transfer;
  const waits = state === 'WAIT_USER_CONFIRM' ? { package_info: packageOf(transfer) } : {};
  const failed = failReason === '' ? {} : { fail_reason: failReason };
  return {
    ...{ out_bill_no: _id, transfer_bill_no: billNumber, state, transfer_amount: amountFen, openid },
    ...waits,
    ...failed,
  };
}
