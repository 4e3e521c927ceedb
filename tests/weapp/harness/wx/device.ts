import type { WxPart } from './api';

const WINDOW = {
  pixelRatio: 2,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  screenTop: 91,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
};
const DEVICE = { brand: 'devtools', model: 'iPhone 13', system: 'iOS 17.0', platform: 'ios', benchmarkLevel: 1 };
const BASE = { SDKVersion: '3.5.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 16 };

const EVENTS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'MemoryWarning'],
  ...['NetworkStatusChange', 'WindowResize', 'KeyboardHeightChange', 'CopyUrl', 'NeedPrivacyAuthorization'],
];

const nothing = (): void => {};

/** The phone itself: an ordinary one, and events that never come. */
export function device(launch: { path: string; query: Record<string, string>; scene: number }): WxPart {
  const subscriptions = EVENTS.flatMap((event) => [
    [`on${event}`, nothing],
    [`off${event}`, nothing],
  ]);
  return {
    ...Object.fromEntries(subscriptions),
    getSystemInfoSync: () => ({ ...DEVICE, ...WINDOW, ...BASE }),
    getWindowInfo: () => ({ ...WINDOW }),
    getDeviceInfo: () => ({ ...DEVICE }),
    getAppBaseInfo: () => ({ ...BASE }),
    getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, left: 296, right: 383, top: 51, bottom: 83 }),
    getLaunchOptionsSync: () => ({ ...launch, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ ...launch, referrerInfo: {} }),
    getUpdateManager: () => ({ onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing }),
    getLogManager: () => ({ log: nothing, info: nothing, warn: nothing, debug: nothing }),
    getRealtimeLogManager: () => ({ info: nothing, warn: nothing, error: nothing }),
    canIUse: () => true,
    nextTick: (run: () => void) => void Promise.resolve().then(run),
    reportEvent: nothing,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
}
