/** What exparser and miniprogram-simulate take from the window; the rest of the test stays in plain Node. */
const NAMES = [
  ...['document', 'Node', 'Text', 'Element', 'HTMLElement', 'DocumentFragment', 'MutationObserver'],
  ...['Event', 'CustomEvent', 'MouseEvent', 'TouchEvent', 'getComputedStyle'],
] as const;

type Screen = Record<string, unknown>;

/** Puts the environment's screen in place (see environment.ts), once for a test file. */
export function showScreen(): void {
  const here = globalThis as unknown as Screen & { phoneScreen?: Screen };
  const { phoneScreen } = here;
  if (!phoneScreen) throw new Error('compiled pages need the test environment tests/weapp/harness/environment.ts');
  if (here.window === phoneScreen) return;
  here.window = phoneScreen;
  for (const name of NAMES) here[name] = phoneScreen[name];
}
