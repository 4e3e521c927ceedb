import ts from 'typescript';
import type { Finding, SourceFile } from './files';
import { findInTree, parse } from './syntax';

const ROOM = /^cloudfunctions\/rooms\/([^/]+)\//;

/** room → rooms that it imports anything from, types too: who needs a room's words depends on it. */
export function roomsGraph(files: SourceFile[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = ROOM.exec(file.path)?.[1];
    if (!from || file.path.includes('.test.')) continue;
    const needs = graph.get(from) ?? new Set();
    for (const room of roomsNamed(file)) if (room !== from) needs.add(room);
    graph.set(from, needs);
  }
  return graph;
}

/** One finding for each circle of rooms; rooms form a graph without circles. */
export function circlesOfRooms(files: SourceFile[]): Finding[] {
  const graph = roomsGraph(files);
  const circles = new Map<string, string[]>();
  for (const start of graph.keys()) {
    const circle = wayBack(graph, start, start, new Set());
    const key = [...(circle ?? [])].sort().join();
    if (circle && !circles.has(key)) circles.set(key, [...circle, start]);
  }
  return [...circles.values()].map((rooms) => ({
    rule: 'rooms-without-circles',
    path: `cloudfunctions/rooms/${rooms[0]}`,
    line: 1,
    what: rooms.join(' → '),
  }));
}

function wayBack(graph: Map<string, Set<string>>, at: string, goal: string, seen: Set<string>): string[] | undefined {
  seen.add(at);
  for (const next of graph.get(at) ?? []) {
    if (next === goal) return [at];
    const rest = seen.has(next) ? undefined : wayBack(graph, next, goal, seen);
    if (rest) return [at, ...rest];
  }
  return undefined;
}

function roomsNamed(file: SourceFile): string[] {
  const folder = file.path.split('/').slice(0, -1);
  const imports = findInTree(parse(file), 'imports', (node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return undefined;
    const from = node.moduleSpecifier;
    return from && ts.isStringLiteral(from) ? from.text : undefined;
  });
  return imports.flatMap(({ what }) => ROOM.exec(`${join(folder, what)}/`)?.[1] ?? []);
}

function join(folder: string[], request: string): string {
  if (!request.startsWith('.')) return request;
  const parts = [...folder];
  for (const part of request.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
