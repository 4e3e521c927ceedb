import declaration from '../../cloudfunctions/database.json';
import type { DatabaseDeclaration } from '../../localcloud/store/catalogue';
import { type CloudDatabaseService, deployDatabase } from './database';
import type { CloudIndex } from './indexes';

/** Plays the management API on a Map, with its refusals: a collection must exist, a name is taken once. */
function aCloud(): CloudDatabaseService & { readonly tables: Map<string, CloudIndex[]> } {
  const tables = new Map<string, CloudIndex[]>();
  const table = (name: string): CloudIndex[] => {
    const found = tables.get(name);
    if (!found) throw new Error(`[ResourceNotFound] Table ${name} does not exist`);
    return found;
  };
  return {
    tables,
    createCollectionIfNotExists: async (name) => {
      if (!tables.has(name))
        tables.set(name, [{ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }]);
    },
    describeCollection: async (name) => ({ Indexes: table(name) }),
    updateCollection: async (name, { CreateIndexes = [], DropIndexes = [] }) => {
      const kept = table(name).filter((index) => !DropIndexes.some(({ IndexName }) => IndexName === index.Name));
      for (const { IndexName, MgoKeySchema } of CreateIndexes) {
        if (kept.some(({ Name }) => Name === IndexName)) throw new Error(`index ${IndexName} exists`);
        kept.push({ Name: IndexName, Unique: MgoKeySchema.MgoIsUnique, Keys: MgoKeySchema.MgoIndexKeys });
      }
      tables.set(name, kept);
    },
  };
}

const wish = (dryRun = false, of: DatabaseDeclaration = declaration as DatabaseDeclaration) => {
  const said: string[] = [];
  return { declaration: of, dryRun, say: (line: string) => void said.push(line), said };
};

const namesIn = (cloud: ReturnType<typeof aCloud>, name: string) => cloud.tables.get(name)?.map((index) => index.Name);

test('an empty environment gets every declared collection and index', async () => {
  const cloud = aCloud();
  await deployDatabase(cloud, wish());
  for (const [name, { indexes }] of Object.entries(declaration.collections))
    expect(namesIn(cloud, name)).toEqual(['_id_', ...indexes.map((index) => index.name)]);
});

test('a second run finds everything as declared and changes nothing', async () => {
  const cloud = aCloud();
  await deployDatabase(cloud, wish());
  const changes = await deployDatabase(cloud, wish());
  expect(changes.flatMap(({ create, drop }) => [...create, ...drop])).toEqual([]);
});

test('an index with other keys is dropped and made anew; one made by hand is left alone and said', async () => {
  const cloud = aCloud();
  const of = (order: number): DatabaseDeclaration =>
    ({
      collections: { things: { indexes: [{ name: 'at', fields: [{ name: 'atMs', order }], unique: false }] } },
    }) as DatabaseDeclaration;
  await deployDatabase(cloud, wish(false, of(1)));
  cloud.tables.get('things')?.push({ Name: 'mine', Unique: false, Keys: [{ Name: 'x', Direction: '1' }] });
  const second = wish(false, of(-1));
  await deployDatabase(cloud, second);
  expect(second.said).toEqual(['things: create at; after dropping at; not declared and left alone: mine']);
  expect(cloud.tables.get('things')?.find(({ Name }) => Name === 'at')?.Keys).toEqual([
    { Name: 'atMs', Direction: '-1' },
  ]);
});

test('a dry run says all and touches nothing, with an account and without', async () => {
  const cloud = aCloud();
  const dry = wish(true);
  await deployDatabase(cloud, dry);
  await deployDatabase(null, dry);
  expect(cloud.tables.size).toBe(0);
  expect(dry.said).toHaveLength(2 * Object.keys(declaration.collections).length);
});
