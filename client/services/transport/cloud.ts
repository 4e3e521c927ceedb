import Taro from '@tarojs/taro';

let ready = false;

/** WeChat's cloud must be opened once before its first use. WeChat only: the browser has no Taro.cloud. */
export function openCloud(): void {
  if (ready) return;
  const env = process.env.LINLI_CLOUD_ENV;
  Taro.cloud.init(env ? { env, traceUser: true } : { traceUser: true });
  ready = true;
}
