import Taro from '@tarojs/taro';

export interface NavMetrics {
  /** px above the bar that the phone's clock stands in. */
  statusPx: number;
  barPx: number;
  /** px at the right that WeChat's capsule takes; 0 in a browser. */
  capsulePx: number;
}

const inBrowser: NavMetrics = { statusPx: 0, barPx: 44, capsulePx: 0 };
let known: NavMetrics | null = null;

/** Where a bar of our own may stand on this phone: level with WeChat's capsule and left of it. Asked once a launch. */
export function navMetrics(): NavMetrics {
  if (process.env.TARO_ENV !== 'weapp') return inBrowser;
  if (!known) {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
    const capsule = Taro.getMenuButtonBoundingClientRect();
    const marginPx = Math.max(capsule.top - statusBarHeight, 4);
    known = {
      statusPx: statusBarHeight,
      barPx: capsule.height + 2 * marginPx,
      capsulePx: windowWidth - capsule.left,
    };
  }
  return known;
}
