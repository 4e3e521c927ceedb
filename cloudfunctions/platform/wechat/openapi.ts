import type { WechatPort } from '../ports';
import type { Cloud } from './cloud';
import { faultOf } from './errors';

/** WeChat: the resident did not agree to this message, or the consent was used up. */
const NO_CONSENT = 43101;

/** security.msgSecCheck: 1 profile, 2 comment, 3 forum, 4 social log. */
const SCENE_NUMBERS = { profile: 1, comment: 2, forum: 3, social: 4 } as const;

export function openApiPort({ openapi, getOpenData }: Pick<Cloud, 'openapi' | 'getOpenData'>): WechatPort {
  return {
    async groupOf(cloudId) {
      const { list } = await getOpenData({ list: [cloudId] });
      // getShareInfo writes openGId, getGroupEnterInfo opengid.
      const openGId = list[0]?.data?.openGId ?? list[0]?.data?.opengid;
      return typeof openGId === 'string' && openGId !== '' ? openGId : null;
    },
    async codeUnlimited({ page, scene }) {
      const { buffer } = await openapi.wxacode.getUnlimited({ page, scene, checkPath: false, width: 430 });
      return Buffer.from(buffer).toString('base64');
    },
    async checkText({ openid, text, scene }) {
      const { result } = await openapi.security.msgSecCheck({
        ...{ openid, content: text, version: 2, scene: SCENE_NUMBERS[scene] },
      });
      return result.suggest === 'pass' || result.suggest === 'risky' ? result.suggest : 'review';
    },
    async createActivityId() {
      const { activityId, expirationTime } = await openapi.updatableMessage.createActivityId({});
      return { activityId, endsAtMs: expirationTime * 1_000 };
    },
    async setUpdatableMessage({ activityId, memberCount, roomLimit }) {
      const parameterList = [
        { name: 'member_count', value: String(memberCount) },
        { name: 'room_limit', value: String(roomLimit) },
      ];
      await openapi.updatableMessage.setUpdatableMsg({ activityId, targetState: 0, templateInfo: { parameterList } });
    },
    async sendSubscribeMessage({ openid, templateId, page, data }) {
      const values = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }]));
      try {
        await openapi.subscribeMessage.send({ touser: openid, templateId, page, data: values });
        return 'sent';
      } catch (error) {
        const { code } = faultOf(error);
        if (code === NO_CONSENT) return 'no-consent';
        if (code !== null && code > 0) return { refused: code };
        throw error;
      }
    },
  };
}
