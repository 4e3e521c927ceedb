import { fitting } from './strokes';

/** Each letter is 10 px wide. */
const pen = { measureText: (text: string) => ({ width: [...text].length * 10 }) as TextMetrics };

test.each([
  ['what fits stays whole', '桂姨推荐', 40, '桂姨推荐'],
  ['what does not ends with an ellipsis within the width', '欧阳家的小明推荐', 50, '欧阳家的…'],
  ['where there is no room for any letter', '桂姨', 10, '…'],
])('%s', (_, text, width, shown) => expect(fitting(pen, text, width)).toBe(shown));
