import { buildFindings } from '../../tools/checks/package-sizes';

test('the built app and functions keep every budget, and use just the private interfaces they declare', () => {
  expect(buildFindings()).toEqual([]);
});
