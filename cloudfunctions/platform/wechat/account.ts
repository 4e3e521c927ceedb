import type { PayAccount } from './pay';

/**
 * The shop's merchant number is set as the functions' environment variable LINLI_MERCHANT_ID in the cloud's console
 * (docs: putting it on WeChat). Locally the embedded cloud plays this merchant.
 */
export const LOCAL_MERCHANT_ID = '1900000109';

/** The cloud gives its functions the environment's id; without one they run on a developer's machine. */
const LOCAL_ENV_ID = 'local-env';
export const environmentId = (): string => process.env.TCB_ENV ?? process.env.SCF_NAMESPACE ?? LOCAL_ENV_ID;

export function payAccount(): PayAccount {
  return {
    merchantId: process.env.LINLI_MERCHANT_ID ?? LOCAL_MERCHANT_ID,
    envId: process.env.TCB_ENV ?? process.env.SCF_NAMESPACE ?? '',
    callbackFunction: 'payment',
  };
}
