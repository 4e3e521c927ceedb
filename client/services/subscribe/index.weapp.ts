import Taro from '@tarojs/taro';

/**
 * Asks for leave to send service messages, on a tap, at a moment it makes sense (order paid, coupon claimed). At most
 * 5 templates at once and one dialog an action (WeChat's limits). Saying no changes nothing, so nothing waits for it.
 */
export async function askToNotify(templateIds: string[]): Promise<void> {
  if (templateIds.length === 0) return;
  try {
    await Taro.requestSubscribeMessage({ tmplIds: templateIds.slice(0, 5), entityIds: [] });
  } catch {
    // Switched off in the phone's settings: the order does not depend on it.
  }
}
