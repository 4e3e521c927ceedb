// Jest runs the sources in Node itself; Taro compiles them for phones (browserslist is ignored on weapp, so the targets are named here).
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
        { libraryName: '@nutui/nutui-react-taro', libraryDirectory: 'dist/es/packages', camel2DashComponentName: false, style: 'css' },
        'nutui-react-taro',
      ],
    ],
  };
};
