/** Whether this person asked the device for less motion. WeChat tells nobody; there the wheel turns. */
export function wantsCalm(): boolean {
  if (process.env.TARO_ENV !== 'h5') return false;
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
