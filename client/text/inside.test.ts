import { inside } from './inside';

test.each([
  ['鲜牛奶', '鲜牛奶'],
  ['88 积分', ' 88 积分'],
  ['五常大米 5kg', '五常大米 5kg '],
  ['', ''],
])('%j stands in a sentence as %j', (title, text) => {
  expect(inside(title)).toBe(text);
});
