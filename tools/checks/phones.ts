import ts from 'typescript';
import type { Finding, SourceFile } from './files';
import { findInTree, parse } from './syntax';

/**
 * What the oldest phones we serve (babel.config.js: Chrome 80, iOS 13) do not know and Babel does not bring: methods
 * are left as they are on weapp, where polyfills are off.
 */
const METHODS = new Set([
  ...['at', 'replaceAll', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced'],
  ...['hasOwn', 'any', 'groupBy', 'withResolvers'],
]);
const NAMES = new Set(['structuredClone', 'BigInt', 'WeakRef', 'AggregateError']);
const LOOKBEHIND = /\(\?<[=!]/;

const ON_PHONES = /^(client\/(?!config\/)|cloudfunctions\/kernel\/)/;

export function unknownToPhones(file: SourceFile): Finding[] {
  if (!ON_PHONES.test(file.path) || file.path.includes('.test.')) return [];
  return findInTree(parse(file), 'old-phones', (node) => {
    if (ts.isBigIntLiteral(node)) return 'BigInt';
    if (ts.isRegularExpressionLiteral(node))
      return LOOKBEHIND.test(node.text) ? `look-behind in ${node.text}` : undefined;
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
    const callee = node.expression;
    if (ts.isIdentifier(callee)) return NAMES.has(callee.text) ? callee.text : undefined;
    return ts.isPropertyAccessExpression(callee) && METHODS.has(callee.name.text)
      ? `.${callee.name.text}()`
      : undefined;
  });
}
