import { newPlace } from './place';

test('a place is a folder and 24 letters that differ each time, as the contract takes them', () => {
  const places = Array.from({ length: 200 }, () => newPlace('aftersales'));
  expect(new Set(places).size).toBe(200);
  for (const place of places) expect(`cloud://env-1.bucket/${place}`).toMatch(/^cloud:\/\/[A-Za-z0-9._/-]+$/);
  expect(places[0]).toMatch(/^aftersales\/[a-z0-9]{24}\.jpg$/);
});
