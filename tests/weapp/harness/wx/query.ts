import type { WxPart, WxWorld } from './api';
import { canvasNode } from './canvas';

/** jsdom lays nothing out: every node measures the same, which is enough for code that only needs some size. */
const RECT = { id: '', dataset: {}, left: 0, top: 0, right: 300, bottom: 40, width: 300, height: 40 };
const ANSWER = { ...RECT, scrollTop: 0, scrollLeft: 0, scrollHeight: 40, scrollWidth: 300 };

type Callback = ((result: unknown) => void) | undefined;

export function query(world: WxWorld): WxPart {
  return { createSelectorQuery: () => selectorQuery(world), createIntersectionObserver: intersectionObserver };
}

/** Any node that is asked for by `fields({node: true})` or `node()` is a canvas: nothing else has one. */
function selectorQuery(world: WxWorld): Record<string, unknown> {
  const { activity } = world;
  const asked: { callback: Callback; node: boolean }[] = [];
  const self: Record<string, unknown> = {
    exec(done?: Callback) {
      activity.functions.setTimeout(() => {
        const answers = asked.map(({ node }) => ({ ...ANSWER, ...(node ? { node: canvasNode(world) } : {}) }));
        asked.forEach(({ callback }, index) => {
          callback?.(answers[index]);
        });
        done?.(answers);
      }, 0);
      return self;
    },
    fields: ({ node = false }: { node?: boolean }, callback?: Callback) => ask(callback, node),
    node: (callback?: Callback) => ask(callback, true),
  };
  const ask = (callback?: Callback, node = false) => {
    asked.push({ callback, node });
    return self;
  };
  for (const name of ['in', 'select', 'selectAll', 'selectViewport']) self[name] = () => self;
  for (const name of ['boundingClientRect', 'scrollOffset', 'context'])
    self[name] = (callback?: Callback) => ask(callback);
  return self;
}

/** Nothing scrolls into sight by itself; lists load further through the page's own onReachBottom. */
function intersectionObserver(): Record<string, unknown> {
  const self: Record<string, unknown> = { observe() {}, disconnect() {} };
  self.relativeTo = () => self;
  self.relativeToViewport = () => self;
  return self;
}
