const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new place in the cloud's storage. 24 letters of 36: nobody guesses another's picture. */
export function newPlace(folder: string, random: () => number = Math.random): string {
  const name = Array.from({ length: 24 }, () => letters[Math.floor(random() * letters.length)]).join('');
  return `${folder}/${name}.jpg`;
}
