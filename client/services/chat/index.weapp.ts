import Taro from '@tarojs/taro';

/** The ticket of the chat whose card was opened; only the server can read it. Null: not opened in a group's chat. */
export async function chatTicket(): Promise<string | null> {
  try {
    const { cloudID } = (await Taro.getGroupEnterInfo({})) as { cloudID?: string };
    return cloudID ?? null;
  } catch {
    return null;
  }
}
