import { Query } from 'mingo/query';
import type { Collection } from './catalogue';
import { docKeyOf } from './changes';
import { decodeFields, encode } from './codec';
import { queryRefused } from './errors';
import { distanceMeters, geometryAt, positionOf } from './geo';
import { after, idBytes } from './keys';
import { MINGO_OPTIONS } from './mingo';
import { type Plan, plan } from './planner';
import { asRefusal, type CompiledQuery } from './query';
import { type OrderField, sortBy } from './sort';
import { collectionPrefix, indexPrefix, type Tables } from './tables';
import type { Doc, Fields } from './values';

/** A query that looked at more documents than it should for want of an index. */
export interface Warning {
  collection: string;
  query: string;
  examined: number;
}

/** More documents than this without an index is a mistake in the making (platform.md). */
export const EXAMINED_WITHOUT_INDEX = 1_000;

export interface ReadOptions {
  order?: readonly OrderField[];
  skip?: number;
  /** No limit when absent: the limits of the platform are the callers' work. */
  limit?: number;
}

/** A stored document: its text, and its value once someone asks. Each row is its reader's own to change. */
export class Row {
  private value: Doc | undefined;
  constructor(readonly text: string) {}

  get doc(): Doc {
    this.value ??= decodeFields(this.text) as Doc;
    return this.value;
  }
}

/** Finds documents by the best plan. Nothing here changes anything. */
export class Reader {
  constructor(
    private readonly tables: Tables,
    private readonly warn: (warning: Warning) => void,
  ) {}

  /** How a query would be answered: for tests and the inspector. */
  explain(collection: Collection, query: CompiledQuery, order: readonly OrderField[] = []): Plan {
    return plan(query.fields, order, collection.indexes);
  }

  find(collection: Collection, query: CompiledQuery, options: ReadOptions = {}): Doc[] {
    return this.rows(collection, query, options).map(({ doc }) => doc);
  }

  rows(
    collection: Collection,
    query: CompiledQuery,
    { order = [], skip = 0, limit = Infinity }: ReadOptions = {},
  ): Row[] {
    if (query.near) requireGeoIndex(collection, query.near.field);
    const chosen = this.explain(collection, query, order);
    const inOrder = (order.length === 0 && !query.near) || ('inOrder' in chosen && chosen.inOrder);
    const found: Row[] = [];
    let toSkip = inOrder ? skip : 0;
    const enough = inOrder ? limit : Infinity;
    if (enough <= 0) return found;
    for (const row of this.matches(collection, query, chosen)) {
      if (toSkip-- > 0) continue;
      found.push(row);
      if (found.length >= enough) break;
    }
    if (inOrder) return found;
    const sorted = order.length === 0 ? byDistance(found, query) : sortBy(found, order, ({ doc }) => doc);
    return sorted.slice(skip, skip + limit);
  }

  count(collection: Collection, query: CompiledQuery): number {
    const prefix = collectionPrefix(collection.number);
    if (query.isEmpty) return this.tables.countDocs({ start: prefix, end: after(prefix) });
    let total = 0;
    for (const _ of this.matches(collection, query, this.explain(collection, query))) total++;
    return total;
  }

  private *matches(collection: Collection, query: CompiledQuery, chosen: Plan): Iterable<Row> {
    // A query by id alone is answered by its place: the text need not even be read.
    const isCertain = query.isEmpty || (query.onlyId !== undefined && chosen.kind === 'ids');
    const isUnbounded = chosen.kind === 'scan' || (chosen.kind === 'byId' && !chosen.isBounded);
    let examined = 0;
    for (const text of this.candidates(collection, chosen)) {
      if (++examined === EXAMINED_WITHOUT_INDEX + 1 && isUnbounded && !query.isEmpty)
        this.warn({ collection: collection.name, query: encode(query.fields), examined });
      const row = new Row(text);
      if (isCertain || query.matches(row.doc)) yield row;
    }
  }

  private *candidates(collection: Collection, chosen: Plan): Iterable<string> {
    if (chosen.kind === 'ids') {
      for (const id of chosen.ids) {
        const text = this.tables.getDoc(docKeyOf(collection, idBytes(id)));
        if (text !== undefined) yield text;
      }
    } else if (chosen.kind === 'index') {
      yield* this.byIndex(collection, chosen);
    } else if (chosen.kind === 'byId') {
      const prefix = collectionPrefix(collection.number);
      const [start, end] = [chosen.range.start, chosen.range.end].map((edge) => Buffer.concat([prefix, edge]));
      if (start && end) yield* this.tables.scanDocs({ start, end }, chosen.reverse);
    } else {
      const prefix = collectionPrefix(collection.number);
      yield* this.tables.scanDocs({ start: prefix, end: after(prefix) });
    }
  }

  private *byIndex(collection: Collection, { index, ranges, reverse }: Plan & { kind: 'index' }): Iterable<string> {
    const prefix = indexPrefix(collection.number, index.number);
    const seen = new Set<string>();
    for (const { start, end } of ranges) {
      const range = { start: Buffer.concat([prefix, start]), end: Buffer.concat([prefix, end]) };
      for (const { id } of this.tables.scanEntries(range, reverse)) {
        if (index.multikey || ranges.length > 1) {
          const name = id.toString('latin1');
          if (seen.has(name)) continue;
          seen.add(name);
        }
        const text = this.tables.getDoc(docKeyOf(collection, id));
        if (text !== undefined) yield text;
      }
    }
  }
}

/** MongoDB answers `$nearSphere` and `$geoNear` through a geo index only. */
export function requireGeoIndex(collection: Collection, field: string | undefined): void {
  const isDeclared = collection.indexes.some(({ geoFields }) => field === undefined || geoFields.includes(field));
  if (!isDeclared) throw queryRefused(`unable to find index for $geoNear query: declare a 2dsphere index on ${field}`);
}

function byDistance(rows: Row[], { near }: CompiledQuery): Row[] {
  if (!near) return rows;
  const meters = ({ doc }: Row): number => {
    const position = positionOf(geometryAt(doc, near.field));
    return position ? distanceMeters(position, near.center) : Infinity;
  };
  return rows
    .map((row) => ({ row, meters: meters(row) }))
    .sort((a, b) => a.meters - b.meters)
    .map(({ row }) => row);
}

/** Values 1, 0, `{$slice}` or `{$elemMatch}`. @throws StoreError for a mix of inclusion and exclusion. */
export function project(docs: Doc[], projection: Fields | undefined): Fields[] {
  if (!projection || Object.keys(projection).length === 0) return docs;
  return asRefusal(() => new Query({}, MINGO_OPTIONS).find<Fields>(docs, projection).all());
}
