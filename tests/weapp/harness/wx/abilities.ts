import { type Answer, WxError, type WxOptions } from '../types';
import { type WxPart, type WxWorld, wxFunctions } from './api';

const cancelled =
  (api: string): Answer =>
  () => {
    throw new WxError(`${api}:fail cancel`);
  };

/**
 * WeChat's abilities that need a person or money. Nobody pays, scans or gives away an address unless the test says so:
 * without an answer of its own each is cancelled, which pages must survive anyway.
 */
const ANSWERS: Record<string, Answer> = {
  requestPayment: cancelled('requestPayment'),
  scanCode: cancelled('scanCode'),
  chooseAddress: cancelled('chooseAddress'),
  chooseLocation: cancelled('chooseLocation'),
  getLocation: cancelled('getLocation'),
  getFuzzyLocation: cancelled('getFuzzyLocation'),
  chooseMedia: cancelled('chooseMedia'),
  compressImage: ({ src }: WxOptions) => ({ tempFilePath: src }),
  canvasToTempFilePath: () => ({ tempFilePath: 'wxfile://tmp/canvas.png' }),
  saveImageToPhotosAlbum: cancelled('saveImageToPhotosAlbum'),
  openLocation: () => ({}),
  getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } }),
  openSetting: () => ({ authSetting: {} }),
  authorize: () => ({}),
  getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '用户隐私保护指引' }),
  requirePrivacyAuthorize: () => ({}),
  openPrivacyContract: () => ({}),
  // Each template asked for is refused: consent is a person's to give.
  requestSubscribeMessage: ({ tmplIds }: WxOptions) =>
    Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [String(id), 'reject'])),
  login: () => ({ code: 'code' }),
  checkSession: () => ({}),
  getNetworkType: () => ({ networkType: 'wifi' }),
  getGroupEnterInfo: cancelled('getGroupEnterInfo'),
};

export const abilities = (world: WxWorld): WxPart => wxFunctions(world, ANSWERS);
