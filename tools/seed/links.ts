import { DAY_MS, MINUTE_MS } from '../../cloudfunctions/kernel/period';
import { LAUNCH } from './data/campaign';
import { TEMPLATES } from './data/coupons';
import { OPERATOR } from './data/people';
import type { Driver } from './driver';

const COME = ['o_weibo1', 'o_weibo2', 'o_weibo3', 'o_weibo4'];

/** Two days ago the operator posted on Weibo; four people came by the link since, and two took its coupon. */
export function comingByLink(driver: Driver, endMs: number) {
  const posted = endMs - 2 * DAY_MS;
  let scene = '';
  const post = async () => {
    const link = { title: '微博十一月', medium: 'weibo', campaignId: LAUNCH, templateId: TEMPLATES.hello60 };
    const input = { ...link, expiresAtMs: posted + 7 * DAY_MS };
    const key = driver.key(posted, 'weibo');
    scene = (await driver.staff<{ scene: string }>(OPERATOR.openid, 'outreach.makeLink', input, key)).scene;
  };
  const comings = COME.map((who, index) => {
    // What lies within 10 minutes is lived through at once (history.ts): they come later than that.
    const atMs = posted + (index + 1) * 20 * MINUTE_MS;
    const run = async () => {
      await driver.resident(who, 'account.session', {});
      await driver.resident(who, 'outreach.land', { scene });
      if (index % 2 === 0) await driver.resident(who, 'outreach.claim', { scene }, driver.key(atMs, `${who} link`));
    };
    return { atMs, who, run };
  });
  return [{ atMs: posted, who: OPERATOR.openid, run: post }, ...comings];
}
