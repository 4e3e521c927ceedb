import type { Finding, SourceFile } from './files';

/** Folders of one person's or one machine's own. */
const PRIVATE = /(?<![\w.])(\/(home|Users|root|work|mnt)\/|[A-Z]:\\Users\\|file:\/\/\/)/;

/** Nothing in the repository may hold a path that exists on one machine only. */
export function machinePaths(file: SourceFile): Finding[] {
  return file.text.split('\n').flatMap((text, index) => {
    const found = PRIVATE.exec(text);
    return found
      ? [{ rule: 'no-machine-paths', path: file.path, line: index + 1, what: text.trim().slice(0, 120) }]
      : [];
  });
}
