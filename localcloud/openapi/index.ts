import { OpenApiArgs } from './args';
import type { WechatDesk } from './desk';
import { decodeCommApiData, encodeCommOpenApiResp } from './envelope';
import { openDataReply } from './open-data';
import type { OpenApiReply } from './replies';
import { checkPicture, checkText } from './security';
import { sendSubscribeMessage } from './subscribe';
import { UpdatableApi } from './updatable';
import { WxacodeApi } from './wxacode';

/** The API is not listed in the calling function's config.json. */
const NO_PERMISSION = -604101;
/** What WeChat answers for an API it does not have. */
const API_NOT_FOUND = -604100;

type Handler = (args: OpenApiArgs) => Promise<OpenApiReply>;

/** WeChat's open APIs as functions reach them through cloud.openapi and cloud.getOpenData. */
export class OpenApi {
  private readonly handlers: Readonly<Record<string, Handler>>;

  constructor(
    private readonly desk: WechatDesk,
    private readonly appid: string,
    clientUrl: () => string,
  ) {
    const wxacode = new WxacodeApi(desk, clientUrl);
    const updatable = new UpdatableApi(desk);
    this.handlers = {
      'wxacode.getUnlimited': (args) => wxacode.getUnlimited(args),
      'subscribeMessage.send': (args) => sendSubscribeMessage(desk, args),
      'updatableMessage.createActivityId': () => updatable.createActivityId(),
      'updatableMessage.setUpdatableMsg': (args) => updatable.setUpdatableMsg(args),
      'security.msgSecCheck': (args) => checkText(desk, args),
      'security.imgSecCheck': (args) => checkPicture(args),
    };
  }

  /**
   * @param permitted names in the calling function's config.json, `permissions.openapi`
   * @returns CommOpenApiResp bytes
   */
  async call(apiName: string, requestData: Buffer, permitted: readonly string[]): Promise<Buffer> {
    const request = decodeCommApiData(requestData);
    if (request.kind === 'svrkit' && request.apiName === 'ApiGetOpenDataByCloudId') {
      return encodeCommOpenApiResp({
        respData: openDataReply(this.desk, this.appid, request.reqData),
        contentType: 'application/octet-stream',
        errorCode: 0,
      });
    }
    const handler = Object.hasOwn(this.handlers, apiName) ? this.handlers[apiName] : undefined;
    if (request.kind !== 'openapi' || handler === undefined) return systemError(API_NOT_FOUND);
    if (!permitted.includes(apiName)) return systemError(NO_PERMISSION);
    const reply = await handler(new OpenApiArgs(request.pairs));
    if (reply.kind === 'file') {
      return encodeCommOpenApiResp({ respData: reply.bytes, contentType: reply.contentType, errorCode: 0 });
    }
    const respData = Buffer.from(JSON.stringify(reply.body));
    return encodeCommOpenApiResp({ respData, contentType: 'application/json', errorCode: 0 });
  }
}

function systemError(errorCode: number): Buffer {
  return encodeCommOpenApiResp({ respData: Buffer.alloc(0), contentType: '', errorCode });
}
