import type { Activity } from '../timers';
import type { WxPart } from './api';

/** jsdom lays nothing out: every node measures the same, which is enough for code that only needs some size. */
const RECT = { id: '', dataset: {}, left: 0, top: 0, right: 300, bottom: 40, width: 300, height: 40 };
const ANSWER = { ...RECT, scrollTop: 0, scrollLeft: 0, scrollHeight: 40, scrollWidth: 300 };

type Callback = ((result: unknown) => void) | undefined;

export function query(activity: Activity): WxPart {
  return { createSelectorQuery: () => selectorQuery(activity), createIntersectionObserver: intersectionObserver };
}

function selectorQuery(activity: Activity): Record<string, unknown> {
  const asked: Callback[] = [];
  const self: Record<string, unknown> = {
    exec(done?: Callback) {
      activity.functions.setTimeout(() => {
        for (const callback of asked) callback?.({ ...ANSWER });
        done?.(asked.map(() => ({ ...ANSWER })));
      }, 0);
      return self;
    },
    fields: (_fields: unknown, callback?: Callback) => ask(callback),
  };
  const ask = (callback?: Callback) => {
    asked.push(callback);
    return self;
  };
  for (const name of ['in', 'select', 'selectAll', 'selectViewport']) self[name] = () => self;
  for (const name of ['boundingClientRect', 'scrollOffset', 'node', 'context']) self[name] = ask;
  return self;
}

/** Nothing scrolls into sight by itself; lists load further through the page's own onReachBottom. */
function intersectionObserver(): Record<string, unknown> {
  const self: Record<string, unknown> = { observe() {}, disconnect() {} };
  self.relativeTo = () => self;
  self.relativeToViewport = () => self;
  return self;
}
