import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';

/**
 * Fills a new folder beside `folder` and puts it in its place once it is whole: whoever reads meanwhile finds the last
 * build, and a build that fails leaves it as it was.
 */
export async function replaceFolder(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const [next, last] = [`${folder}.next`, `${folder}.last`];
  for (const left of [next, last]) rmSync(left, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  await fill(next);
  if (existsSync(folder)) renameSync(folder, last);
  renameSync(next, folder);
  rmSync(last, { recursive: true, force: true });
}
