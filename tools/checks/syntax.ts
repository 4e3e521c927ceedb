import ts from 'typescript';
import type { Finding, SourceFile } from './files';

/** A file as TypeScript reads it, to look at code and not at comments or text. */
export interface Parsed {
  file: SourceFile;
  tree: ts.SourceFile;
}

export function parse(file: SourceFile): Parsed {
  const kind = file.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { file, tree: ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind) };
}

/** A finding for every node for which `look` says what is wrong. */
export function findInTree(
  { file, tree }: Parsed,
  rule: string,
  look: (node: ts.Node) => string | undefined,
): Finding[] {
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = look(node);
    if (what) found.push({ rule, path: file.path, line: firstLine(tree, node), what });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

export const firstLine = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

export const lastLine = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
