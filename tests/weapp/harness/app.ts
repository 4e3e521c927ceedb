import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Meter, type SetDataCost } from './meter';
import { attributeOf, select, type TreeSize, treeSize, withText } from './nodes';
import { type OpenPage, Pages } from './pages';
import { Runtime } from './runtime';
import type { ViewNode } from './simulate';
import { Activity } from './timers';
import type { Answer, AppJson, LaunchOptions, WxUse } from './types';
import { createWx } from './wx';
import type { CloudUse } from './wx/cloud';

const BUILT = path.resolve(__dirname, '../../../dist/weapp');
const SETTLE_MS = 10_000;

/** A node, or a selector of the first such node on the page. */
export type Target = string | ViewNode;

/** One launch of the compiled mini-program on a phone that jsdom plays. */
export class Weapp {
  /** Cloud calls, oldest first. */
  readonly calls: CloudUse[] = [];
  /** Uses of wx functions that show, ask, store or navigate, oldest first. */
  readonly used: WxUse[] = [];
  /** What the mini-program, React among it, reported by console.error. */
  readonly errors: string[] = [];
  /** Answers to what WeChat asks, by function name; may be changed between taps. */
  readonly answers: Record<string, Answer>;
  readonly wx: Record<string, unknown>;

  private readonly activity = new Activity();
  private readonly meter = new Meter();
  private readonly stored: Map<string, string>;
  private readonly pages: Pages;
  private readonly runtime: Runtime;
  private readonly launch: { path: string; query: Record<string, string>; scene: number };

  constructor({ dist = BUILT, call, route, query = {}, scene = 1001, storage = {}, answers = {} }: LaunchOptions) {
    const json: AppJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
    this.launch = { path: route ?? json.pages[0] ?? '', query, scene };
    this.answers = { ...answers };
    this.stored = new Map(Object.entries(storage).map(([key, value]) => [key, JSON.stringify(value)]));
    this.pages = new Pages(dist, json, (file) => this.runtime.runCode(file));
    const { activity, used, meter, calls, stored, launch, pages } = this;
    this.wx = createWx({ world: { activity, used, answers: this.answers }, pages, call, calls, stored, launch });
    this.runtime = new Runtime({
      dist,
      wx: this.wx,
      activity,
      meter,
      openInstances: () => pages.stack.map((page) => page.instance),
      onError: (text) => this.errors.push(text),
    });
  }

  async start(): Promise<this> {
    this.runtime.startApp({ ...this.launch });
    const search = Object.entries(this.launch.query).map(([key, value]) => `${key}=${value}`);
    this.pages.reLaunch(`/${this.launch.path}?${search.join('&')}`);
    await this.settle();
    return this;
  }

  /** Ends the launch: pages unload, timers stop. Call it in afterEach, or countdowns run on into the next test. */
  close(): void {
    this.pages.closeAll();
    this.activity.stop();
  }

  // What is on the screen

  get page(): OpenPage {
    return this.pages.top;
  }

  get route(): string {
    return this.page.route;
  }

  /** Routes of the open pages, bottom first. */
  get routes(): string[] {
    return this.pages.stack.map((page) => page.route);
  }

  get text(): string {
    return this.page.root.dom.textContent ?? '';
  }

  get html(): string {
    return this.page.root.dom.outerHTML;
  }

  /** First node that matches (see nodes.ts for what a selector can say); throws without one. */
  $(selector: string): ViewNode {
    return this.$$(selector)[0] ?? this.missing(`no node ${selector}`);
  }

  $$(selector: string): ViewNode[] {
    return select(this.page.root.dom, selector);
  }

  /** Innermost node that shows `text`, the index-th of several; throws without one. */
  byText(text: string, index = 0): ViewNode {
    return withText(this.page.root.dom, text)[index] ?? this.missing(`nothing shows "${text}"`);
  }

  /** A built-in component's attribute as the view has it now: value, src, disabled … */
  attribute(target: Target, name: string): unknown {
    return attributeOf(this.node(target), name);
  }

  /** Nodes and depth of the page on top. */
  get size(): TreeSize {
    return treeSize(this.page.root.dom);
  }

  // What a person does

  /** Taps; what is disabled stays untouched, as on a phone. */
  async tap(target: Target): Promise<void> {
    if (this.attribute(target, 'disabled') === true) return;
    await this.fire(target, 'tap', { x: 0, y: 0 });
  }

  async tapText(text: string, index = 0): Promise<void> {
    await this.tap(this.byText(text, index));
  }

  async input(target: Target, value: string): Promise<void> {
    await this.fire(target, 'input', { value, cursor: value.length });
  }

  /** Any other event of a built-in component: change, scrolltolower, confirm, blur … */
  async fire(target: Target, event: string, detail: unknown = {}): Promise<void> {
    this.node(target).dispatchEvent(event, { detail, bubbles: true });
    await this.settle();
  }

  /** Taps the tab bar. */
  async switchTab(route: string): Promise<void> {
    this.pages.switchTab(`/${route}`);
    await this.settle();
  }

  /** Goes back one page by the phone's own gesture. */
  async back(): Promise<void> {
    this.pages.navigateBack(1);
    await this.settle();
  }

  async pullDown(): Promise<void> {
    await this.pageMethod('onPullDownRefresh');
  }

  async reachBottom(): Promise<void> {
    await this.pageMethod('onReachBottom');
  }

  /** What the page would share; undefined when it cannot be shared. */
  share(from: 'menu' | 'button' = 'menu'): unknown {
    const { instance } = this.page;
    return typeof instance.onShareAppMessage === 'function' ? instance.onShareAppMessage({ from }) : undefined;
  }

  /** What the page would put on the timeline; undefined when it cannot. */
  shareTimeline(): unknown {
    const { instance } = this.page;
    return typeof instance.onShareTimeline === 'function' ? instance.onShareTimeline() : undefined;
  }

  /** Puts the mini-program into the background and brings it back. */
  async leaveAndReturn(): Promise<void> {
    this.pages.hide();
    this.runtime.appLife('onHide');
    this.runtime.appLife('onShow', { ...this.launch });
    this.pages.comeBack();
    await this.settle();
  }

  // What it cost, and what it left

  /** setData calls and bytes while `interact` runs. */
  async measure(interact: () => Promise<void>): Promise<SetDataCost> {
    const mark = this.meter.mark();
    await interact();
    return this.meter.since(mark);
  }

  /** setData calls and bytes since the launch. */
  get cost(): SetDataCost {
    return this.meter.since(0);
  }

  /** Titles of the toasts shown, oldest first. */
  get toasts(): string[] {
    return this.used.filter(({ api }) => api === 'showToast').map(({ options }) => String(options.title));
  }

  /** What the mini-program has stored; hand it to the next launch to play the same phone again. */
  get storage(): Record<string, unknown> {
    return Object.fromEntries([...this.stored].map(([key, json]) => [key, JSON.parse(json)]));
  }

  // Time

  /** Waits until the app is idle: no short timer, no wx call under way. */
  async settle(): Promise<void> {
    await this.activity.settle(SETTLE_MS);
  }

  /** Waits for what only time brings (a wheel that turns): throws with the screen's text when it does not come. */
  async until(condition: () => boolean, maxMs = SETTLE_MS): Promise<void> {
    const endMs = Date.now() + maxMs;
    while (!condition()) {
      if (Date.now() > endMs) throw new Error(`not so within ${maxMs} ms: ${condition}; on screen: ${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await this.settle();
  }

  private node(target: Target): ViewNode {
    return typeof target === 'string' ? this.$(target) : target;
  }

  private missing(what: string): never {
    throw new Error(`${what} on ${this.route}, which shows: ${this.text.slice(0, 500)}`);
  }

  private async pageMethod(name: 'onPullDownRefresh' | 'onReachBottom'): Promise<void> {
    const method = this.page.instance[name];
    if (typeof method !== 'function') throw new Error(`${this.route} has no ${name}`);
    method.call(this.page.instance);
    await this.settle();
  }
}
