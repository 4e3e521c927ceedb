import { randomUUID } from 'node:crypto';
import type { OpenApiArgs } from './args';
import type { WechatDesk } from './desk';
import { type OpenApiReply, ok, refused } from './replies';

const MAX_CHARS = 2_500;
const MAX_MEDIA_BYTES = 1024 * 1024;
/** The resident must have used the mini-program within 2 hours. */
const ACTIVE_MS = 2 * 3_600_000;
const LABEL_NORMAL = 100;

/** A few words of each kind: enough that a project meets every branch of the answer. Labels are WeChat's. */
const RISKY_WORDS: readonly { word: string; label: number }[] = [
  { word: '加微信领红包', label: 10001 },
  { word: '代开发票', label: 10001 },
  { word: '裸聊', label: 20002 },
  { word: '约炮', label: 20002 },
  { word: '傻逼', label: 20003 },
  { word: '去死吧', label: 20003 },
  { word: '冰毒', label: 20006 },
  { word: '枪支', label: 20006 },
  { word: '赌博', label: 20006 },
  { word: '刷单返利', label: 20008 },
  { word: '银行卡密码', label: 20008 },
];

/** A picture that holds these bytes counts as risky, as the EICAR file does for virus scanners. */
export const RISKY_PICTURE_MARKER = 'LOCALCLOUD-RISKY-PICTURE';

const PICTURE_SIGNATURES: readonly Buffer[] = [
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from('GIF8'),
  Buffer.from('BM'),
  Buffer.from('RIFF'),
];

/** security.msgSecCheck, version 2: up to 2,500 characters, scene 1–4, openid of a resident active within 2 hours. */
export async function checkText(desk: WechatDesk, args: OpenApiArgs): Promise<OpenApiReply> {
  const content = args.text('content');
  const scene = args.get('scene');
  if (args.get('version') !== 2 && args.get('version') !== '2')
    return refused(40097, 'invalid args: version must be 2');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene))
    return refused(40097, 'invalid args: scene must be 1 to 4');
  if (content === '') return refused(44004, 'empty content');
  if ([...content].length > MAX_CHARS) return refused(45002, 'content size out of limit');
  const openid = args.text('openid');
  if (openid === '') return refused(40003, 'invalid openid');
  const seenMs = desk.lastSeen(openid);
  if (seenMs === undefined || desk.nowMs() - seenMs > ACTIVE_MS) return refused(61010, 'code is expired');
  return ok(verdict(content));
}

function verdict(content: string): Record<string, unknown> {
  const hit = RISKY_WORDS.find(({ word }) => content.includes(word));
  const suggest = hit === undefined ? 'pass' : 'risky';
  const label = hit?.label ?? LABEL_NORMAL;
  const keyword = hit === undefined ? {} : { level: 90, keyword: hit.word };
  return {
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      { strategy: 'keyword', errcode: 0, suggest, label, ...keyword },
    ],
    trace_id: randomUUID(),
  };
}

/** security.imgSecCheck: 87014 for a risky picture. */
export async function checkPicture(args: OpenApiArgs): Promise<OpenApiReply> {
  const media = args.media('media');
  if (media === undefined) return refused(41005, 'media data missing');
  if (media.bytes.length > MAX_MEDIA_BYTES) return refused(40006, 'invalid media size');
  const known = PICTURE_SIGNATURES.some((signature) => media.bytes.subarray(0, signature.length).equals(signature));
  if (!known) return refused(40137, 'invalid image format');
  return media.bytes.includes(RISKY_PICTURE_MARKER) ? refused(87014, 'risky content') : ok();
}
