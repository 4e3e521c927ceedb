import type { DatabaseDeclaration } from '../../localcloud/store/catalogue';
import { type CloudIndex, describeChange, type IndexChange, indexChange } from './indexes';

/** What is used of the management SDK's `database` (@cloudbase/manager-node). */
export interface CloudDatabaseService {
  createCollectionIfNotExists(name: string): Promise<unknown>;
  describeCollection(name: string): Promise<{ readonly Indexes?: readonly CloudIndex[] }>;
  updateCollection(
    name: string,
    change: {
      readonly CreateIndexes?: IndexChange['create'];
      readonly DropIndexes?: readonly { readonly IndexName: string }[];
    },
  ): Promise<unknown>;
}

export interface DatabaseWish {
  readonly declaration: DatabaseDeclaration;
  readonly dryRun: boolean;
  say(line: string): void;
}

/**
 * Makes the cloud's collections and indexes those of the declaration. Safe to repeat and to stop in the middle: every
 * run looks first. Without `service` (a dry run without an account) everything is shown as new.
 */
export async function deployDatabase(service: CloudDatabaseService | null, wish: DatabaseWish): Promise<IndexChange[]> {
  const changes: IndexChange[] = [];
  for (const [name, { indexes = [] }] of Object.entries(wish.declaration.collections)) {
    if (service && !wish.dryRun) await service.createCollectionIfNotExists(name);
    const change = indexChange(name, indexes, service ? await existingIndexes(service, name) : []);
    wish.say(describeChange(change));
    if (service && !wish.dryRun) await apply(service, change);
    changes.push(change);
  }
  return changes;
}

/** A collection that is not there yet (a dry run) has none. */
async function existingIndexes(service: CloudDatabaseService, name: string): Promise<readonly CloudIndex[]> {
  try {
    return (await service.describeCollection(name)).Indexes ?? [];
  } catch (error) {
    if (/not exist/i.test(String(error))) return [];
    throw error;
  }
}

/** Dropping and making are two calls: the cloud refuses a name that is still taken. */
async function apply(service: CloudDatabaseService, { collection, create, drop }: IndexChange): Promise<void> {
  if (drop.length > 0)
    await service.updateCollection(collection, { DropIndexes: drop.map((IndexName) => ({ IndexName })) });
  if (create.length > 0) await service.updateCollection(collection, { CreateIndexes: create });
}
