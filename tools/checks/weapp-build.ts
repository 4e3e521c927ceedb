import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The fields of app.json that the checks read. */
export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] };
  lazyCodeLoading?: string;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
}

export interface BuiltFile {
  /** From the folder of the build, with forward slashes. */
  path: string;
  bytes: number;
}

/** A compiled mini-program on disk. */
export interface WeappBuild {
  dist: string;
  app: AppJson;
  files: BuiltFile[];
}

export function readWeappBuild(dist: string): WeappBuild {
  const app: AppJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
  return { dist, app, files: filesBelow(dist) };
}

export function filesBelow(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(folder, file).split(path.sep).join('/'), bytes: statSync(file).size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const MAIN = 'main';

/** Package → bytes. What lies below no sub-package's root is the main package. */
export function packageBytes({ app, files }: WeappBuild): Map<string, number> {
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const sizes = new Map([MAIN, ...roots].map((name) => [name, 0]));
  for (const file of files) {
    const owner = roots.find((root) => file.path.startsWith(`${root}/`)) ?? MAIN;
    sizes.set(owner, (sizes.get(owner) ?? 0) + file.bytes);
  }
  return sizes;
}

export const pagesOf = ({ pages, subPackages = [] }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap((sub) => sub.pages.map((page) => path.posix.join(sub.root, page))),
];

/** Paths of the tab icons; names that begin with @ stand in theme.json, once for light and once for dark. */
export function tabIcons({ app, dist }: WeappBuild): string[] {
  const names = (app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]);
  const themes = readThemes(dist);
  return names.flatMap((name) => {
    if (!name?.startsWith('@')) return name ? [name] : [];
    return themes.map((theme) => theme[name.slice(1)] ?? name);
  });
}

function readThemes(dist: string): Record<string, string>[] {
  const file = path.join(dist, 'theme.json');
  return existsSync(file) ? Object.values(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
