import type { WechatPort } from '../ports';
import type { Cloud } from './cloud';
import { faultOf } from './errors';

/** WeChat: the resident did not agree to this message, or the consent was used up. */
const NO_CONSENT = 43101;

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
