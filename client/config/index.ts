import path from 'node:path';
import type { UserConfigExport } from '@tarojs/cli';

const root = path.resolve(__dirname, '../..');
const kernel = path.join(root, 'cloudfunctions/kernel');

// The only server folder that the client imports at run time; contracts are types and vanish in compilation.
const sharedWithServer = [kernel];

// The build writes beside the last one and takes its place when it is whole (tools/build).
const outputRoot = process.env.LINLI_TARO_OUTPUT ?? `dist/${process.env.TARO_ENV}`;

const inWechat = process.env.TARO_ENV === 'weapp';

// Until the shop has a CDN, WeChat's developer tools fetch pictures from the machine that runs `npm start`.
const pictureBase = inWechat ? 'http://localhost:8080/assets/pictures' : 'assets/pictures';

// Parts do not style one another, so the order in which their sheets meet does not matter.
const anyStyleOrder = { ignoreOrder: true };

const config: UserConfigExport<'webpack5'> = {
  projectName: 'linli',
  date: '2026-1-1',
  // NutUI is drawn for 375, and so are Linli's own pages.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'client',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // The persistent cache gained nothing in measurements and can go stale.
  cache: { enable: false },
  plugins: ['@tarojs/plugin-html'],
  alias: {
    '@': path.join(root, 'client'),
    '@kernel': kernel,
    '@rooms': path.join(root, 'cloudfunctions/rooms'),
  },
  env: {
    LINLI_CLOUD_ENV: JSON.stringify(process.env.LINLI_CLOUD_ENV ?? ''),
    LINLI_LANGUAGE: JSON.stringify(process.env.LINLI_LANGUAGE ?? 'zh'),
    LINLI_PICTURE_BASE: JSON.stringify(process.env.LINLI_PICTURE_BASE ?? pictureBase),
  },
  // WeChat finds its tab icons by theme.json, which Taro does not follow. Product pictures are served beside the
  // browser build and never travel in the mini-program's packages.
  copy: {
    patterns: inWechat
      ? [{ from: 'client/assets/tabbar', to: `${outputRoot}/assets/tabbar` }]
      : [{ from: 'assets/pictures', to: `${outputRoot}/assets/pictures` }],
    options: {},
  },
  mini: {
    compile: { include: sharedWithServer },
    // Libraries that only sub-packages use go into those sub-packages.
    optimizeMainPackage: { enable: true },
    experimental: { compileMode: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    miniCssExtractPluginOption: anyStyleOrder,
  },
  h5: {
    compile: { include: sharedWithServer },
    publicPath: './',
    staticDirectory: 'static',
    // NutUI ships compiled styles in px; listed here they are scaled like our own.
    esnextModules: ['nutui-react-taro'],
    router: { mode: 'hash' },
    miniCssExtractPluginOption: anyStyleOrder,
    postcss: { autoprefixer: { enable: true }, cssModules: { enable: false } },
  },
};

export default config;
