import path from 'node:path';
import { load, type RootNode, render } from './simulate';
import { type AppJson, type Instance, WxError } from './types';

export interface OpenPage {
  route: string;
  root: RootNode;
  instance: Instance;
}

/** WeChat keeps at most ten pages open. */
const MAX_OPEN = 10;

type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload';

/** The pages that are open, with WeChat's rules: tab pages stay alive behind the others, everything else is a stack. */
export class Pages {
  stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private readonly compiled = new Map<string, string>();

  constructor(
    private readonly dist: string,
    private readonly app: AppJson,
    private readonly runCode: (file: string) => void,
  ) {}

  get top(): OpenPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  navigateTo(url: string): void {
    const { route, query } = this.parse(url, 'navigateTo');
    if (this.isTab(route)) throw new WxError('navigateTo:fail can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_OPEN) throw new WxError('navigateTo:fail webview count limit exceed');
    this.leave();
    this.open(route, query);
  }

  redirectTo(url: string): void {
    const { route, query } = this.parse(url, 'redirectTo');
    if (this.isTab(route)) throw new WxError('redirectTo:fail can not redirectTo a tabbar page');
    const replaced = this.stack.pop();
    if (replaced) this.dispose(replaced);
    this.open(route, query);
  }

  reLaunch(url: string): void {
    const { route, query } = this.parse(url, 'reLaunch');
    this.closeAll();
    this.open(route, query);
  }

  switchTab(url: string): void {
    const { route } = this.parse(url, 'switchTab');
    if (!this.isTab(route)) throw new WxError('switchTab:fail can not switch to no-tabBar page');
    if (this.stack.length === 1 && this.top.route === route) return;
    this.leave();
    for (const page of this.stack.filter((open) => this.tabs.get(open.route) !== open)) this.dispose(page);
    const kept = this.tabs.get(route);
    this.stack = kept ? [kept] : [];
    if (kept) this.show(kept);
    else this.open(route, {});
  }

  navigateBack(delta: number): void {
    const count = Math.min(delta, this.stack.length - 1);
    if (count < 1) throw new WxError('navigateBack:fail cannot navigate back at first page.');
    for (const page of this.stack.splice(-count).reverse()) this.dispose(page);
    this.show(this.top);
  }

  closeAll(): void {
    for (const page of new Set([...this.stack, ...this.tabs.values()])) this.dispose(page);
    this.stack = [];
    this.tabs.clear();
  }

  hide(): void {
    live(this.top, 'onHide');
  }

  comeBack(): void {
    live(this.top, 'onShow');
  }

  private isTab(route: string): boolean {
    return (this.app.tabBar?.list ?? []).some((tab) => tab.pagePath === route);
  }

  private parse(url: string, api: string): { route: string; query: Record<string, string> } {
    const [address = '', search = ''] = url.split('?');
    const route = address.startsWith('/') ? address.slice(1) : this.relative(address);
    if (!this.exists(route)) throw new WxError(`${api}:fail page "${route}" is not found`);
    return { route, query: parseQuery(search) };
  }

  private relative(address: string): string {
    const from = this.stack.at(-1);
    if (!from || this.exists(address)) return address;
    return path.posix.join(path.posix.dirname(from.route), address);
  }

  private exists(route: string): boolean {
    const below = (this.app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => path.posix.join(root, page)),
    );
    return [...this.app.pages, ...below].includes(route);
  }

  /** Puts a new page on top; getCurrentPages names it already while its own onLoad runs. */
  private open(route: string, query: Record<string, string>): void {
    const root = render(this.compile(route));
    const { instance } = root;
    instance.route = route;
    instance.__route__ = route;
    const page = { route, root, instance };
    this.stack.push(page);
    if (this.isTab(route)) this.tabs.set(route, page);
    root.attach(document.body);
    live(page, 'onLoad', query);
    live(page, 'onShow');
    live(page, 'onReady');
  }

  private compile(route: string): string {
    const known = this.compiled.get(route);
    if (known) return known;
    const id = load(this.dist, path.join(this.dist, route), this.runCode);
    this.compiled.set(route, id);
    return id;
  }

  private leave(): void {
    const page = this.stack.at(-1);
    if (!page) return;
    live(page, 'onHide');
    page.root.dom.remove();
  }

  private show(page: OpenPage): void {
    document.body.appendChild(page.root.dom);
    live(page, 'onShow');
  }

  private dispose(page: OpenPage): void {
    live(page, 'onUnload');
    // A hidden page's element is out of the document already; exparser still has to be told.
    document.body.appendChild(page.root.dom);
    page.root.detach();
  }
}

function live(page: OpenPage, name: Lifecycle, argument?: unknown): void {
  const method = page.instance[name];
  if (typeof method === 'function') method.call(page.instance, argument);
}

/** WeChat hands a page its query undecoded; pages decode what they encoded. */
export function parseQuery(search: string): Record<string, string> {
  const pairs = search.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
}
