import ts from 'typescript';
import type { Finding, SourceFile } from './files';
import { findInTree, parse } from './syntax';

const RULE = 'collections-in-store';
const ROOM = /^cloudfunctions\/rooms\/([^/]+)\//;
const READS = new Set(['get', 'getMany', 'find', 'count']);
const WRITES = new Set(['insert', 'update', 'remove']);
/** Written by platform/holds alone, read by whoever shows them (protocol-of-holds.md). */
const WRITTEN_BY_HOLDS = new Set(['wallets', 'cells', 'ledger']);

interface Use extends Finding {
  room: string;
  collection: string;
  writes: boolean;
}

/**
 * A room's collections are touched by its own store.ts alone. Findings: a question put to the database outside a store,
 * a collection that two rooms' stores name, and a write to what platform/holds alone may write.
 */
export function strayCollections(files: SourceFile[]): Finding[] {
  const uses = files.filter(({ path }) => ROOM.test(path) && !path.includes('.test.')).flatMap(usesIn);
  return uses.flatMap((use) => {
    const what = complaint(use, ownersOf(use.collection, uses));
    return what ? [{ rule: RULE, path: use.path, line: use.line, what }] : [];
  });
}

function complaint({ path, collection, writes }: Use, owners: string[]): string | undefined {
  if (!path.endsWith('/store.ts')) return `${collection} is asked outside store.ts`;
  if (WRITTEN_BY_HOLDS.has(collection)) return writes ? `${collection} is written by platform/holds alone` : undefined;
  return owners.length > 1 ? `${collection} belongs to ${owners.join(' and ')}` : undefined;
}

const ownersOf = (collection: string, uses: Use[]): string[] => [
  ...new Set(uses.filter((use) => use.collection === collection).map((use) => use.room)),
];

function usesIn(file: SourceFile): Use[] {
  const room = ROOM.exec(file.path)?.[1] ?? '';
  return findInTree(parse(file), RULE, asked).map((use) => {
    const [method = '', collection = ''] = use.what.split(' ');
    return { ...use, room, writes: WRITES.has(method), collection: named(collection, file.text) };
  });
}

/** `db.find('coupons', …)`, `context.db.get<…>(COUPONS, …)`: the method, and the collection as written. */
function asked(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  const [first] = node.arguments;
  const isQuestion = READS.has(name.text) || WRITES.has(name.text);
  if (!first || !isQuestion || !/(^|\.)db$/.test(expression.getText())) return undefined;
  return `${name.text} ${first.getText()}`;
}

/** The name behind a literal or behind a constant of the same file; an imported constant stands for itself. */
function named(written: string, text: string): string {
  const literal = /^['"`](.*)['"`]$/.exec(written)?.[1];
  return literal ?? new RegExp(`const ${written}\\b[^=]*= '([^']+)'`).exec(text)?.[1] ?? written;
}
