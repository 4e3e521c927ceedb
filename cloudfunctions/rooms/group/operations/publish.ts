import type { Context } from '../../../platform/context';
import type { Group } from '../domain/group';
import { insertGroup } from '../store';

/** A group as it stands, once: what staff makes step by step. Of an estate that is there. */
export async function publishGroup({ db }: Pick<Context, 'db'>, group: Group): Promise<void> {
  await insertGroup(db, group);
}
