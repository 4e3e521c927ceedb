import ts from 'typescript';
import type { Finding, SourceFile } from './files';
import { findInTree, parse } from './syntax';

const PURE = /^cloudfunctions\/(kernel|rooms\/[^/]+\/domain)\//;
/** Builders and seeds stand beside the tests that use them; the rule support-is-for-tests keeps them there. */
const FOR_TESTS = /\.test\.|\/domain\/support\//;
const IMPURE_CALLS = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID']);
const IMPURE_NAMES = new Set(['setTimeout', 'setInterval', 'process', 'fetch', 'console']);

/** Values in, values out: time, chance and ids come into a domain as arguments, so that a decision can be replayed. */
export function impurities(file: SourceFile): Finding[] {
  if (!PURE.test(file.path) || FOR_TESTS.test(file.path)) return [];
  return findInTree(parse(file), 'domain-is-pure', (node) => {
    if (ts.isAwaitExpression(node)) return 'await';
    if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async';
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText();
      return IMPURE_CALLS.has(name) ? name : undefined;
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      return 'new Date()';
    if (ts.isIdentifier(node) && IMPURE_NAMES.has(node.text) && isFree(node)) return node.text;
    return undefined;
  });
}

/** Not a field's, property's or type's name that only reads the same. */
function isFree({ parent, text }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression.getText() === text;
  return ts.isCallExpression(parent);
}
