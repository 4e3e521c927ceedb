// Jest runs the sources in Node itself; Taro compiles them for phones (browserslist is ignored on weapp, so the targets are named here).
const NUTUI = '@nutui/nutui-react-taro';

module.exports = (api) => {
  if (api.env('test')) {
    return {
      presets: [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        '@babel/preset-typescript',
        ['@babel/preset-react', { runtime: 'automatic' }],
      ],
    };
  }
  return {
    presets: [
      [
        'taro',
        {
          framework: 'react',
          ts: true,
          compiler: 'webpack5',
          useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
          targets: { chrome: '80', ios: '13' },
        },
      ],
    ],
    plugins: [
      [
        'import',
        {
          libraryName: NUTUI,
          style: 'css',
          camel2DashComponentName: false,
          // Its folders are lower case throughout: ActionSheet lives in actionsheet/.
          customName: (name) => `${NUTUI}/dist/es/packages/${name.toLowerCase()}`,
        },
        'nutui-react-taro',
      ],
    ],
  };
};
