import { type Refusal, refuse } from '../kernel/result';
import type { ResidentContext } from './context';

/**
 * What a resident wants others to see is looked at by WeChat first (operating rules; compliance.md). Where WeChat does not
 * answer it is not shown: TEXT_UNCHECKED, to be tried again. Null: it may be shown.
 */
export async function refusalOfText(
  { wechat, openid, log }: ResidentContext,
  field: string,
  text: string,
): Promise<Refusal<'TEXT_REFUSED' | 'TEXT_UNCHECKED', { field: string }> | null> {
  try {
    const verdict = await wechat.checkText({ openid, text, scene: 'profile' });
    return verdict === 'pass' ? null : refuse('TEXT_REFUSED', { field });
  } catch (error) {
    log.error('text-unchecked', { field, why: String(error) });
    return refuse('TEXT_UNCHECKED', { field });
  }
}
