import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

let compiled: string | undefined;

/** The worker's program as plain JavaScript: made here so that it runs the same under tsx and under Jest. */
export function workerSource(): string {
  compiled ??= transformSync(readFileSync(path.join(__dirname, 'worker-entry.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    sourcefile: 'worker-entry.ts',
  }).code;
  return compiled;
}
