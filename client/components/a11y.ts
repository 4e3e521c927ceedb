/**
 * What a screen reader is told about a part. WeChat's WXML and the browser name the attributes alike, but Taro's types
 * know neither, so they travel as a spread.
 */
export function a11y(role: string, label?: string): Record<string, string> {
  return label === undefined ? { role } : { role, 'aria-label': label };
}

/** For decoration: pictures in cards, icons beside words. */
export const hidden: Record<string, string> = { 'aria-hidden': 'true' };
