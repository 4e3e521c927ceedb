import type { OpenApiArgs } from './args';
import type { WechatDesk } from './desk';
import { type OpenApiReply, ok, refused } from './replies';

/** Longest value by kind of template field, in characters (WeChat, subscribeMessage.send). */
const MAX_CHARS: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  time: 32,
  date: 32,
  amount: 11,
  phone_number: 17,
  car_number: 8,
  name: 10,
  phrase: 5,
};

/** subscribeMessage.send: one consent buys one send, then 43101. */
export async function sendSubscribeMessage(desk: WechatDesk, args: OpenApiArgs): Promise<OpenApiReply> {
  const openid = args.text('touser');
  const templateId = args.text('template_id');
  const page = args.text('page');
  const data = args.get('data');
  if (openid === '') return refused(40003, 'invalid openid');
  if (templateId === '') return refused(40037, 'invalid template_id');
  if (page.startsWith('/')) return refused(41030, 'invalid page');
  const wrong = firstWrongField(data);
  if (wrong !== undefined) return refused(47003, `argument invalid! ${wrong} invalid`);
  const message = { openid, templateId, page, data: data as Record<string, { value: string }> };
  const delivered = await desk.deliver(message);
  return delivered ? ok({ msgid: desk.nowMs() }) : refused(43101, 'user refuse to accept the msg');
}

/** Path of the first field that WeChat would refuse, or undefined. */
function firstWrongField(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return 'data';
  for (const [field, entry] of Object.entries(data as Record<string, { value?: unknown } | null>)) {
    const value = entry?.value;
    const limit = MAX_CHARS[field.replace(/\d+$/, '')];
    const text = typeof value === 'number' ? String(value) : value;
    if (limit === undefined || typeof text !== 'string' || text === '' || [...text].length > limit) {
      return `data.${field}.value`;
    }
  }
  return undefined;
}
