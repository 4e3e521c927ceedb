import { readFileSync } from 'node:fs';
import path from 'node:path';

jest.mock('@tarojs/components', () => ({ View: 'view' }));

import { iconNames } from '.';

test('every icon has a picture, and no picture is carried for nothing', () => {
  const sheet = readFileSync(path.join(__dirname, '../../theme/icons.scss'), 'utf8');
  const drawn = [...sheet.matchAll(/^\.ll-i-([a-z-]+) \{/gm)].map((match) => match[1]);
  expect([...iconNames].sort()).toEqual(drawn.sort());
});
