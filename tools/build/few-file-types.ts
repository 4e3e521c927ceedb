import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The table of every media type there is, by which the SDK's form-data names the type of a file that it sends. */
const TABLE = /[\\/]node_modules[\\/]mime-db[\\/]db\.json$/;

/** What a shop's functions may send or keep: pictures, recordings, tables, texts. */
const KEPT: readonly string[] = [
  'application/json',
  'application/octet-stream',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/zip',
  'audio/mp4',
  'audio/mpeg',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/svg+xml',
  'image/webp',
  'text/csv',
  'text/html',
  'text/plain',
  'video/mp4',
];

/**
 * Leaves 130 KB of media types out of a bundle. A file of another kind is sent as `application/octet-stream`, which is
 * form-data's own word for what it does not know.
 */
export const fewFileTypes: Plugin = {
  name: 'few-file-types',
  setup({ onLoad }) {
    onLoad({ filter: TABLE }, async ({ path }) => {
      const all = JSON.parse(await readFile(path, 'utf8')) as { readonly [type: string]: object };
      const kept = Object.fromEntries(KEPT.flatMap((type) => (all[type] ? [[type, all[type]]] : [])));
      return { contents: JSON.stringify(kept), loader: 'json' };
    });
  },
};
