/** Whole addresses: a CDN, a picture of this device. In WeChat also a file of the cloud, which its images show by id. */
const whole = /^(https?:|cloud:|data:|blob:|wxfile:|\/)/;

/**
 * Address of a picture. Our own are named by a bare word ("milk") and served from one place, so that the mini-program's
 * packages carry none of them. A file of the cloud is fetched by its id: WeChat does so itself, the embedded cloud leads
 * to an address that lives an hour.
 */
export function pictureUrl(name: string): string {
  if (process.env.TARO_ENV === 'h5' && name.startsWith('cloud:'))
    return `/files/by-id?fileID=${encodeURIComponent(name)}`;
  return whole.test(name) ? name : `${process.env.LINLI_PICTURE_BASE}/${name}.webp`;
}
