import Taro from '@tarojs/taro';

/**
 * WeChat's dialog for service messages, on a tap, at a moment it makes sense: at most 3 templates that are sent once, one
 * dialog an action (WeChat's limits). The templates that were said yes to; none where it is switched off in the phone.
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<readonly string[]> {
  try {
    const answers = await Taro.requestSubscribeMessage({
      tmplIds: [...templateIds],
      entityIds: [],
    });
    return templateIds.filter((templateId) => (answers as Readonly<Record<string, unknown>>)[templateId] === 'accept');
  } catch {
    return [];
  }
}
