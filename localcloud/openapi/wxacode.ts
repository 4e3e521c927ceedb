import type { OpenApiArgs } from './args';
import type { WechatDesk } from './desk';
import { qrPng } from './png';
import { type OpenApiReply, refused } from './replies';

/** getUnlimited: at most 32 characters, of these only. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const WIDTH_PX = { min: 280, default: 430, max: 1280 };
/** 5,000 codes a minute. */
const CODES_A_MINUTE = 5_000;
const MINUTE_MS = 60_000;

/** wxacode.getUnlimited: here the code opens the same page of the browser client, with the scene as its parameter. */
export class WxacodeApi {
  private windowStartMs = 0;
  private madeInWindow = 0;

  constructor(
    private readonly desk: WechatDesk,
    private readonly clientUrl: () => string,
  ) {}

  async getUnlimited(args: OpenApiArgs): Promise<OpenApiReply> {
    const scene = args.text('scene');
    const page = args.text('page');
    const width = args.get('width') ?? WIDTH_PX.default;
    if (!SCENE.test(scene)) return refused(40169, 'invalid length for scene, or the data is not json string');
    if (page.startsWith('/') || page.includes('?')) return refused(41030, 'invalid page');
    if (!isWidth(width)) return refused(40097, `invalid args: width must be ${WIDTH_PX.min} to ${WIDTH_PX.max}`);
    if (this.overQuota()) return refused(45009, 'reach max api minute frequence limit');
    const url = `${this.clientUrl()}/#/${page}?scene=${encodeURIComponent(scene)}`;
    await this.desk.keepCode({ scene, page, url });
    return { kind: 'file', contentType: 'image/png', bytes: qrPng(url, width) };
  }

  private overQuota(): boolean {
    const now = this.desk.nowMs();
    if (now - this.windowStartMs >= MINUTE_MS) {
      this.windowStartMs = now;
      this.madeInWindow = 0;
    }
    this.madeInWindow += 1;
    return this.madeInWindow > CODES_A_MINUTE;
  }
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= WIDTH_PX.min && value <= WIDTH_PX.max;
}
