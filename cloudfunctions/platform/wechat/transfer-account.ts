/**
 * What merchant transfers need besides the merchant number: WeChat's cloud signs payments for its functions, but not these. Set as
 * the functions' environment variables in the cloud's console, from the merchant platform's pages (账户中心 → API 安全).
 */
export interface TransferAccount {
  readonly merchantId: string;
  readonly appId: string;
  /** Serial number of the merchant's API certificate. */
  readonly serial: string;
  /** The certificate's private key, PEM; line ends may be written as `\n`. */
  readonly privateKey: string;
  /** `PUB_KEY_ID_…`: which key WeChat Pay signs its answers with. */
  readonly platformKeyId: string;
  /** WeChat Pay's public key, PEM. */
  readonly platformKey: string;
  readonly baseUrl: string;
}

const WECHAT_PAY = 'https://api.mch.weixin.qq.com';

type Environment = { readonly [name: string]: string | undefined };

/** Null where it is not set up: then no payout can be approved, and staff reads why. */
export function transferAccount(env: Environment, merchantId: string): TransferAccount | null {
  const { WX_APPID: appId, LINLI_PAY_SERIAL: serial, LINLI_PAY_PRIVATE_KEY: privateKey } = env;
  const { LINLI_PAY_PLATFORM_KEY_ID: platformKeyId, LINLI_PAY_PLATFORM_KEY: platformKey } = env;
  if (!appId || !serial || !privateKey || !platformKeyId || !platformKey) return null;
  return {
    ...{ merchantId, appId, serial, platformKeyId, baseUrl: env.LINLI_PAY_URL ?? WECHAT_PAY },
    ...{ privateKey: pem(privateKey), platformKey: pem(platformKey) },
  };
}

const pem = (text: string): string => text.replaceAll('\\n', '\n');
