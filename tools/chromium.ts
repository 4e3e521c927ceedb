import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium on this machine: the one that LINLI_CHROMIUM names, else the first in PATH; undefined without one. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.LINLI_CHROMIUM) return isExecutable(env.LINLI_CHROMIUM) ? env.LINLI_CHROMIUM : undefined;
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether pages can show Chinese: without such a font every character is an empty box, and journeys' pictures are useless. */
export function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

const HOW_TO = [
  'The browser tests need Chromium and a Chinese font. Install them, then run again:',
  '  Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk',
  '  Fedora:         sudo dnf install chromium google-noto-sans-cjk-fonts',
  '  macOS:          brew install --cask chromium   (fonts are there)',
  'A browser elsewhere is named by LINLI_CHROMIUM=/path/to/chromium.',
].join('\n');

/**
 * Makes sure that browser tests can run, installing what lacks by apt where this process may.
 * Never downloads a browser by other means. Throws with what to do when it cannot.
 */
export function provideChromium(log: (line: string) => void = console.log): string {
  const wanted = missingPackages();
  if (wanted.length > 0 && mayInstall()) {
    log(`installing ${wanted.join(', ')} …`);
    aptInstall(wanted);
  }
  const found = findChromium();
  if (!found) throw new Error(HOW_TO);
  return found;
}

function missingPackages(): string[] {
  const browser = findChromium() ? [] : ['chromium'];
  const needsFont = process.platform === 'linux' && !hasChineseFont();
  return needsFont ? [...browser, 'fontconfig', 'fonts-noto-cjk'] : browser;
}

function mayInstall(): boolean {
  const isRoot = process.getuid?.() === 0;
  return isRoot && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function aptInstall(packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const done = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${done.stderr}\n${HOW_TO}`);
  }
}
