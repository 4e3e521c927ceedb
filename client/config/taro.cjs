// Taro looks for its configuration in <cwd>/config only; this launcher points it here, so that the top level stays as agreed.
require('@tarojs/service/dist/utils/constants').CONFIG_DIR_NAME = 'client/config';
const CLI = require('@tarojs/cli/dist/cli').default;
new CLI(require('node:path').resolve(__dirname, '../..')).run();
