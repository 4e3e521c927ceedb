import type { Pages } from '../pages';
import type { CloudCall, WxOptions } from '../types';
import { abilities } from './abilities';
import { type WxPart, type WxWorld, wxFunctions } from './api';
import { type CloudUse, cloud } from './cloud';
import { device } from './device';
import { query } from './query';
import { screen } from './screen';
import { storage } from './storage';

export interface WxSetup {
  world: WxWorld;
  pages: Pages;
  call: CloudCall;
  calls: CloudUse[];
  stored: Map<string, string>;
  launch: { path: string; query: Record<string, string>; scene: number };
}

/**
 * A `wx` for one launch: flat, because Taro enumerates its own keys, and fresh, because Taro writes to it. A function
 * that is not here is missing on purpose: the test that needs it says "wx.… is not a function".
 */
export function createWx({ world, pages, call, calls, stored, launch }: WxSetup): WxPart {
  return {
    ...wxFunctions(world, world.answers),
    ...device(launch),
    ...query(world),
    ...storage(world, stored),
    ...cloud(world, call, calls),
    ...navigation(world, pages),
    ...screen(world),
    ...abilities(world),
  };
}

function navigation(world: WxWorld, pages: Pages): WxPart {
  return wxFunctions(world, {
    navigateTo: ({ url }: WxOptions) => pages.navigateTo(String(url)),
    redirectTo: ({ url }: WxOptions) => pages.redirectTo(String(url)),
    reLaunch: ({ url }: WxOptions) => pages.reLaunch(String(url)),
    switchTab: ({ url }: WxOptions) => pages.switchTab(String(url)),
    navigateBack: ({ delta = 1 }: WxOptions) => pages.navigateBack(Number(delta)),
    preloadSubpackage: () => ({}),
  });
}
