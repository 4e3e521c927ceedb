import { MAIN, packageBytes, pagesOf, tabIcons, type WeappBuild } from './weapp-build';

const KB = 1024;
const MB = 1024 * KB;

/** WeChat refuses 2 MB a package, 20 MB (30 MB with approval) in all; ours leave room to grow. */
export const BUDGET = {
  mainBytes: 1.0 * MB,
  subPackageBytes: 1.0 * MB,
  totalBytes: 8 * MB,
  pictureBytes: 200 * KB,
  /** WeChat's own limit. */
  tabIconBytes: 40 * KB,
  /**
   * Tencent's functions take 500 MB (cloud.tencent.com/document/product/583/11637); what counts is the cold start. 100 KB
   * of ours cost some 7 ms of it (docs/figures.md): beside the SDK's 905 KB this leaves the shop 630 KB, or 43 ms.
   */
  functionBytes: 1.5 * MB,
};

const PICTURE = /\.(png|jpe?g|gif|webp|svg)$/i;

/** What WeChat would refuse, or what is larger than we allow ourselves; one sentence each. */
export function packageFindings(build: WeappBuild): string[] {
  return [...sizeFindings(build), ...pictureFindings(build), ...manifestFindings(build)];
}

function sizeFindings(build: WeappBuild): string[] {
  const sizes = [...packageBytes(build)];
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const tooLarge = sizes.flatMap(([name, bytes]) =>
    over(`package ${name}`, bytes, name === MAIN ? BUDGET.mainBytes : BUDGET.subPackageBytes),
  );
  return [...tooLarge, ...over('all packages', total, BUDGET.totalBytes)];
}

function pictureFindings(build: WeappBuild): string[] {
  const icons = new Set(tabIcons(build));
  const sizes = new Map(build.files.map((file) => [file.path, file.bytes]));
  const ofIcons = [...icons].flatMap((icon) => {
    const bytes = sizes.get(icon);
    return bytes === undefined ? [`tab icon ${icon} is missing`] : over(`tab icon ${icon}`, bytes, BUDGET.tabIconBytes);
  });
  const others = build.files.filter(({ path }) => PICTURE.test(path) && !icons.has(path));
  const ofOthers = others.flatMap(({ path, bytes }) => [
    ...over(`picture ${path}`, bytes, BUDGET.pictureBytes),
    `picture ${path} could be served instead of packed`,
  ]);
  return [...ofIcons, ...ofOthers];
}

function manifestFindings({ app, files }: WeappBuild): string[] {
  const present = new Set(files.map((file) => file.path));
  const missing = pagesOf(app).flatMap((page) =>
    ['js', 'json', 'wxml'].map((kind) => `${page}.${kind}`).filter((file) => !present.has(file)),
  );
  const tabs = app.tabBar?.list ?? [];
  const outside = tabs.filter((tab) => !app.pages.includes(tab.pagePath));
  return [
    ...missing.map((file) => `${file} is missing`),
    ...outside.map((tab) => `tab page ${tab.pagePath} is not in the main package`),
    ...(tabs.length > 0 && (tabs.length < 2 || tabs.length > 5) ? ['a tab bar has 2 to 5 tabs'] : []),
    ...(app.lazyCodeLoading === 'requiredComponents' ? [] : ['lazyCodeLoading is not requiredComponents']),
  ];
}

export function over(what: string, bytes: number, most: number): string[] {
  return bytes > most ? [`${what} is ${kb(bytes)}, ${kb(most)} at most`] : [];
}

export const kb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;
