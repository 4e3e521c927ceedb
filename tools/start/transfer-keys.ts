import type { LocalcloudOptions } from '../../localcloud';

/** What the shop would set in the cloud's console, so that merchant transfers go to the local cloud. */
export const localTransfers: NonNullable<LocalcloudOptions['environment']> = ({ url, merchant }) => ({
  LINLI_PAY_URL: url,
  LINLI_PAY_SERIAL: merchant.serial,
  LINLI_PAY_PRIVATE_KEY: merchant.privateKey,
  LINLI_PAY_PLATFORM_KEY_ID: merchant.platformKeyId,
  LINLI_PAY_PLATFORM_KEY: merchant.platformKey,
});
