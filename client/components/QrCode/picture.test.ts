import jsQR from 'jsqr';
import { readGif } from '../../../tests/support/gif';
import { qrPicture } from './picture';

/** Readers want light around a code; on the page the card gives it. */
function onCard(picture: ReturnType<typeof readGif>, marginPx: number) {
  const [width, height] = [picture.width + 2 * marginPx, picture.height + 2 * marginPx];
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let row = 0; row < picture.height; row += 1)
    data.set(
      picture.data.subarray(4 * row * picture.width, 4 * (row + 1) * picture.width),
      4 * ((row + marginPx) * width + marginPx),
    );
  return { data, width, height };
}

test.each([
  ['a code of 16 letters', '7K3M9QXD2RTB4W8Z'],
  ['an address', 'https://shop.example/land?scene=f_0123456789abcdef'],
  ['Chinese', '邻礼桂花里店'],
])('%s is read back as it was written', (_, text) => {
  const { data, width, height } = onCard(readGif(qrPicture(text)), 16);
  const found = jsQR(data, width, height);
  expect(Buffer.from(found?.binaryData ?? []).toString('utf8')).toBe(text);
});

test('a code of 16 letters weighs less than 4 KB on its way to the page', () => {
  expect(qrPicture('7K3M9QXD2RTB4W8Z').length).toBeLessThan(4_096);
});
