import ts from 'typescript';
import type { Finding, SourceFile } from './files';
import { findInTree, firstLine, lastLine, parse } from './syntax';

/** Files are small and functions fit on a screen (architecture.md, How code reads here). */
export const LINES_TO_MENTION = 200;
export const MOST_LINES_OF_FILE = 250;
/** Tests are read one by one. */
export const MOST_LINES_OF_TESTS = 300;
export const MOST_LINES_OF_FUNCTION = 70;

/** Tables of facts (forty products of the demo) are looked up, not read. */
const TABLE = /\/data\//;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

export function longFiles(file: SourceFile, most: number = mostLines(file)): Finding[] {
  if (TABLE.test(file.path)) return [];
  const lines = linesOf(file.text);
  return lines > most
    ? [{ rule: 'small-files', path: file.path, line: lines, what: `${lines} lines, ${most} at most` }]
    : [];
}

const mostLines = ({ path }: SourceFile): number =>
  path.includes('.test.') ? MOST_LINES_OF_TESTS : MOST_LINES_OF_FILE;

export function longFunctions(file: SourceFile): Finding[] {
  const parsed = parse(file);
  return findInTree(parsed, 'small-functions', (node) => {
    if (!ts.isFunctionLike(node) || isChapterOfTests(node)) return undefined;
    const lines = lastLine(parsed.tree, node) - firstLine(parsed.tree, node) + 1;
    return lines > MOST_LINES_OF_FUNCTION
      ? `a function of ${lines} lines, ${MOST_LINES_OF_FUNCTION} at most`
      : undefined;
  });
}

/** `describe(…, () => { … })` is a chapter, not a function that someone has to hold in mind. */
function isChapterOfTests({ parent }: ts.Node): boolean {
  if (!parent || !ts.isCallExpression(parent)) return false;
  return /^describe\b/.test(parent.expression.getText());
}

export function anyTypes(file: SourceFile): Finding[] {
  const found = findInTree(parse(file), 'no-any', (node) =>
    node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined,
  );
  return found.filter(({ line }) => !isReasoned(file, line));
}

/** Tests that drive untyped libraries as their users do may say so, with the reason, in the linter's own words. */
function isReasoned({ path, text }: SourceFile, line: number): boolean {
  const before = text.split('\n')[line - 2] ?? '';
  return path.startsWith('tests/') && /biome-ignore lint\/suspicious\/noExplicitAny: \S/.test(before);
}
