import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/paths';

export interface SourceFile {
  /** From the root, with forward slashes. */
  path: string;
  text: string;
}

export interface Finding {
  rule: string;
  path: string;
  line: number;
  what: string;
}

const CODE_FOLDERS = ['client', 'cloudfunctions', 'localcloud', 'tools', 'tests'];
const TEXT = /\.(tsx?|cjs|js|json|md|scss|css|html|wxml|sh|yml)$|^\.ci\/run$|^\.(npmrc|gitignore)$/;
/** Built, fetched, or written by a machine. */
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.localcloud', '.swc', 'coverage', 'package-lock.json']);

/** TypeScript that people write. */
export const codeFiles = (base: string = root): SourceFile[] =>
  CODE_FOLDERS.flatMap((folder) => filesBelow(base, folder))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => read(base, file));

/** Every text file of the repository. */
export const textFiles = (base: string = root): SourceFile[] =>
  filesBelow(base, '')
    .filter((file) => TEXT.test(file))
    .map((file) => read(base, file));

const read = (base: string, file: string): SourceFile => ({
  path: file,
  text: readFileSync(path.join(base, file), 'utf8'),
});

function filesBelow(base: string, folder: string): string[] {
  return readdirSync(path.join(base, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const below = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(base, below) : [below];
  });
}
