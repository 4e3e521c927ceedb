import type { Locator, Page } from 'playwright-core';
import { type Phone, screenshot } from './browser';

/** How long a person would look at a page before calling it broken. */
const PATIENCE_MS = 15_000;

/** What scrolls: a page, and the panel that pages with a tab bar stand in. */
const FRAMES = '.taro_page, .taro-tabbar__panel';

/**
 * Someone in front of a phone. Pages that lie under the one in front stay in the document, so everything here looks at
 * what can be seen.
 */
export class Visitor {
  readonly page: Page;

  constructor(
    readonly phone: Phone,
    private readonly url: string,
    readonly openid: string,
  ) {
    this.page = phone.page;
    this.page.setDefaultTimeout(PATIENCE_MS);
  }

  /** Opens an address anew, as a link or a code does. */
  async open(page: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.url}/?as=${this.openid}#${page}`);
  }

  at(id: string): Locator {
    return this.page.locator(`[id="${id}"]`).filter({ visible: true });
  }

  /** Waits until the part is there; returns its text. */
  async see(id: string): Promise<string> {
    const part = this.at(id).last();
    await part.waitFor();
    return (await part.textContent()) ?? '';
  }

  /** Waits until the text stands in the part (the whole page when none is named). */
  async read(text: string, id?: string): Promise<void> {
    const where = id === undefined ? this.page.locator('body') : this.at(id).last();
    await where.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async tap(id: string): Promise<void> {
    await this.at(id).last().click();
  }

  /** Answers one of WeChat's dialogs. */
  async answer(word: string): Promise<void> {
    await this.page.locator('.taro__modal').getByText(word, { exact: true }).click();
  }

  async write(id: string, text: string): Promise<void> {
    await this.page.locator(`[id="${id}"] input`).filter({ visible: true }).last().fill(text);
  }

  /** An attribute of a part, once it has the value that is waited for. */
  async sees(id: string, attribute: string, value: string): Promise<void> {
    await this.page.locator(`[id="${id}"][${attribute}="${value}"]`).filter({ visible: true }).first().waitFor();
  }

  shot(name: string): Promise<string> {
    return screenshot(this.page, name);
  }

  /** The page in its whole length, with its bars at the foot: the phone is made as long as what scrolls on it. */
  async longShot(name: string): Promise<void> {
    const phone = this.page.viewportSize() ?? { width: 390, height: 844 };
    await this.page.setViewportSize({ ...phone, height: await this.heightPx() });
    await this.page.waitForLoadState('networkidle'); // pictures further down load when they come into view
    await this.shot(name);
    await this.page.setViewportSize(phone);
  }

  /** Of the widest thing in front, also where it is cut off: on a phone it could be pushed sideways. */
  widthPx(): Promise<number> {
    return this.page.evaluate((frames) => {
      const all = [document.documentElement, ...document.querySelectorAll(frames)];
      return Math.max(...all.map((frame) => frame.scrollWidth));
    }, FRAMES);
  }

  private heightPx(): Promise<number> {
    return this.page.evaluate((frames) => {
      const all = [document.documentElement, ...document.querySelectorAll(frames)];
      const seen = all.filter((frame) => frame.clientHeight > 0);
      return Math.max(...seen.map((frame) => frame.scrollHeight + window.innerHeight - frame.clientHeight));
    }, FRAMES);
  }

  get errors(): readonly string[] {
    return this.phone.errors;
  }

  leave(): Promise<void> {
    return this.phone.close();
  }
}
