import { sceneOf } from './scene';

const scene = 'Ab3_-xYz90Qw12ErAb3_-xYz90Qw12Er';

test.each([
  ['as it is', scene, scene],
  ['escaped by WeChat', encodeURIComponent(scene), scene],
  ['31 characters', scene.slice(1), null],
  ['33 characters', `${scene}x`, null],
  ['another alphabet', scene.replace('A', '$'), null],
  ['a broken escape', '%E0%A4%A', null],
  ['none', undefined, null],
])('%s', (_, text, expected) => expect(sceneOf({ scene: text })).toBe(expected));
