/** Whole addresses: what an upload gave, or a CDN. */
const whole = /^(https?:|cloud:|data:|\/)/;

/**
 * Address of a picture. Our own are named by a bare word ("milk") and served from one place, so that the mini-program's
 * packages carry none of them.
 */
export function pictureUrl(name: string): string {
  return whole.test(name) ? name : `${process.env.LINLI_PICTURE_BASE}/${name}.webp`;
}
