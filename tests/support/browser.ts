import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../tools/chromium';

const SCREENSHOTS = path.resolve(__dirname, '../../dist/screenshots');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A phone-sized Chromium with an empty profile: nothing is remembered from another test. */
export interface Phone {
  context: BrowserContext;
  /** The first page; it exists from the start. */
  page: Page;
  /** Opens another page of the same profile (another tab, another person by `?as=`). */
  newPage(): Promise<Page>;
  /** Console errors and uncaught exceptions of every page so far; a journey ends by expecting none. */
  errors: string[];
  close(): Promise<void>;
}

export interface PhoneOptions {
  colorScheme?: 'light' | 'dark';
  /** Console errors that a test provokes on purpose. */
  expectedErrors?: RegExp[];
}

export async function openPhone({ colorScheme = 'light', expectedErrors = [] }: PhoneOptions = {}): Promise<Phone> {
  const profile = mkdtempSync(path.join(tmpdir(), 'linli-phone-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    headless: true,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme,
    args: FLAGS,
  });
  const errors = collectErrors(context, expectedErrors);
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, newPage: () => context.newPage(), errors, close };
}

/** Keeps what a person would see, for the reader of a failed run and for the documents; returns the file written. */
export async function screenshot(page: Page, name: string, { fullPage = false } = {}): Promise<string> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = path.join(SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path: file, fullPage });
  return file;
}

function requireChromium(): string {
  const found = findChromium();
  if (!found) throw new Error('No Chromium found: install the package "chromium" or set LINLI_CHROMIUM to its path.');
  return found;
}

function collectErrors(context: BrowserContext, expected: RegExp[]): string[] {
  const errors: string[] = [];
  const keep = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') keep(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => keep(String(error.error())));
  return errors;
}
