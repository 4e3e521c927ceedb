import type { DatabaseDeclaration } from '../../localcloud/store/catalogue';

/** An index as the cloud's management API describes it. */
export interface CloudIndex {
  readonly Name: string;
  readonly Unique: boolean;
  readonly Keys: readonly { readonly Name?: string; readonly Direction?: string }[];
}

/** An index as the cloud's management API creates it. */
export interface NewIndex {
  readonly IndexName: string;
  readonly MgoKeySchema: {
    readonly MgoIndexKeys: readonly { readonly Name: string; readonly Direction: string }[];
    readonly MgoIsUnique: boolean;
  };
}

export interface IndexChange {
  readonly collection: string;
  readonly create: readonly NewIndex[];
  /** Declared otherwise than they are: dropped before they are made anew. */
  readonly drop: readonly string[];
  /** Not declared: left alone and said, since somebody made them by hand. */
  readonly extra: readonly string[];
}

type Declared = NonNullable<DatabaseDeclaration['collections'][string]['indexes']>[number];

/** The database's own, on `_id`. */
const BUILT_IN = '_id_';

function newIndex({ name, fields, unique }: Declared): NewIndex {
  const keys = fields.map((field) => ({ Name: field.name, Direction: String(field.order) }));
  return { IndexName: name, MgoKeySchema: { MgoIndexKeys: keys, MgoIsUnique: unique ?? false } };
}

const shapeOf = (keys: CloudIndex['Keys'], unique: boolean): string =>
  JSON.stringify([keys.map(({ Name, Direction }) => [Name, Direction]), unique]);

/** What must change in one collection so that it has the declared indexes; `existing` as the cloud describes them. */
export function indexChange(
  collection: string,
  declared: readonly Declared[],
  existing: readonly CloudIndex[],
): IndexChange {
  const wanted = declared.map(newIndex);
  const found = new Map(existing.filter(({ Name }) => Name !== BUILT_IN).map((index) => [index.Name, index]));
  const differs = ({ IndexName, MgoKeySchema: { MgoIndexKeys, MgoIsUnique } }: NewIndex): boolean => {
    const there = found.get(IndexName);
    return there !== undefined && shapeOf(there.Keys, there.Unique) !== shapeOf(MgoIndexKeys, MgoIsUnique);
  };
  const drop = wanted.filter(differs).map(({ IndexName }) => IndexName);
  return {
    collection,
    create: wanted.filter(({ IndexName }) => !found.has(IndexName) || drop.includes(IndexName)),
    drop,
    extra: [...found.keys()].filter((name) => !wanted.some(({ IndexName }) => IndexName === name)),
  };
}

/** One line for people. */
export function describeChange({ collection, create, drop, extra }: IndexChange): string {
  const parts = [
    create.length > 0 ? `create ${create.map(({ IndexName }) => IndexName).join(', ')}` : '',
    drop.length > 0 ? `after dropping ${drop.join(', ')}` : '',
    extra.length > 0 ? `not declared and left alone: ${extra.join(', ')}` : '',
  ].filter(Boolean);
  return `${collection}: ${parts.join('; ') || 'as declared'}`;
}
