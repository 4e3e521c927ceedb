import type { Answer } from '../types';
import { type WxPart, type WxWorld, wxFunctions } from './api';

/** What shows or asks something over the page. A person says yes to a question unless a test answers otherwise. */
const ANSWERS: Record<string, Answer> = {
  showToast: () => ({}),
  hideToast: () => ({}),
  showLoading: () => ({}),
  hideLoading: () => ({}),
  showModal: () => ({ confirm: true, cancel: false }),
  showActionSheet: () => ({ tapIndex: 0 }),
  setNavigationBarTitle: () => ({}),
  setNavigationBarColor: () => ({}),
  showNavigationBarLoading: () => ({}),
  hideNavigationBarLoading: () => ({}),
  setBackgroundColor: () => ({}),
  setBackgroundTextStyle: () => ({}),
  setTabBarBadge: () => ({}),
  removeTabBarBadge: () => ({}),
  showTabBarRedDot: () => ({}),
  hideTabBarRedDot: () => ({}),
  setTabBarItem: () => ({}),
  setTabBarStyle: () => ({}),
  showTabBar: () => ({}),
  hideTabBar: () => ({}),
  startPullDownRefresh: () => ({}),
  stopPullDownRefresh: () => ({}),
  pageScrollTo: () => ({}),
  hideKeyboard: () => ({}),
  hideHomeButton: () => ({}),
  previewImage: () => ({}),
  vibrateShort: () => ({}),
  vibrateLong: () => ({}),
  setClipboardData: () => ({}),
  makePhoneCall: () => ({}),
  showShareMenu: () => ({}),
  hideShareMenu: () => ({}),
  updateShareMenu: () => ({}),
};

export const screen = (world: WxWorld): WxPart => wxFunctions(world, ANSWERS);
