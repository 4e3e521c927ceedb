import type { CloudDatabase, SdkCommand } from '../wechat/cloud';
import { faultOf, isDuplicate, isRefused } from '../wechat/errors';
import { checkValue, flattenUpdate, flattenWhere } from './flatten';
import { type Db, NoAnswer, type Query, type Stored } from './index';
import { Change, Condition, type Update, type Where } from './terms';

/** The SDK caps one answer at 1,000 documents, silently; ours refuses instead of losing rows. */
const MAX_ROWS = 1_000;

/** The database refused the request as it stands: a bug of ours, not a race and not a lost answer. */
export class DatabaseRefused extends Error {
  constructor(collection: string, why: string) {
    super(`${collection}: ${why}`);
    this.name = 'DatabaseRefused';
  }
}

const COMMAND = {
  atLeast: 'gte',
  atMost: 'lte',
  above: 'gt',
  below: 'lt',
  not: 'neq',
  oneOf: 'in',
  exists: 'exists',
  set: 'set',
  add: 'inc',
  remove: 'remove',
} as const;

/** The data layer of production: our terms to the SDK's commands, its errors to ours. */
export function sdkDb(database: CloudDatabase): Db {
  const command = (name: keyof typeof COMMAND, operand?: unknown): SdkCommand => {
    const make = database.command[COMMAND[name]];
    if (!make) throw new Error(`this SDK has no command ${COMMAND[name]}`);
    return operand === undefined ? make() : make(operand);
  };
  const condition = (term: Condition): SdkCommand => {
    if (term.comparison !== 'between') return command(term.comparison, term.operand);
    const [from, to] = term.operand as readonly unknown[];
    return command('atLeast', from).and(command('below', to));
  };
  const query = (where: Where): object => {
    flattenWhere(where);
    return encode(where, (term) => (term instanceof Condition ? condition(term) : undefined));
  };
  const change = (update: Update): object => {
    flattenUpdate(update);
    return encode(update, (term) => {
      if (!(term instanceof Change)) return undefined;
      return term.alteration === 'remove' ? command('remove') : command(term.alteration, term.operand);
    });
  };
  const where = (collection: string, terms: Where) => database.collection(collection).where(query(terms));
  const one = { limit: 1 };
  return {
    async get<T extends Stored>(collection: string, id: string) {
      const [found] = await this.find<T>(collection, { where: { _id: id }, ...one });
      return found ?? null;
    },
    async getMany<T extends Stored>(collection: string, ids: readonly string[]) {
      if (ids.length === 0) return new Map<string, T>();
      const _id = new Condition('oneOf', [...new Set(ids)]);
      const found = await this.find<T>(collection, { where: { _id }, limit: MAX_ROWS });
      return new Map(found.map((document) => [document._id, document]));
    },
    async find<T extends Stored>(collection: string, { where: terms, orderBy, limit }: Query) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_ROWS) throw new RangeError(`limit ${limit}`);
      let asked = where(collection, terms);
      for (const [field, direction] of orderBy ?? []) asked = asked.orderBy(field, direction);
      return (await answer(collection, asked.limit(limit).get())).data as T[];
    },
    async count(collection, terms) {
      return (await answer(collection, where(collection, terms).count())).total;
    },
    async insert(collection, document) {
      checkValue(document);
      try {
        await database.collection(collection).add({ data: document });
        return 'inserted';
      } catch (error) {
        const fault = faultOf(error);
        if (isDuplicate(fault)) return 'exists';
        throw asOurs(collection, error);
      }
    },
    async update(collection, terms, changes) {
      const { stats } = await answer(collection, where(collection, terms).update({ data: change(changes) }));
      return stats.updated > 0;
    },
    async remove(collection, terms) {
      return (await answer(collection, where(collection, terms).remove())).stats.removed > 0;
    },
  };
}

/** Copies the nested literal with every term turned into the SDK's own command. */
function encode(node: object, turn: (term: unknown) => SdkCommand | undefined): object {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const turned = turn(value);
      if (turned !== undefined) return [key, turned];
      return [key, value !== null && typeof value === 'object' ? encode(value, turn) : value];
    }),
  );
}

async function answer<T>(collection: string, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw asOurs(collection, error);
  }
}

function asOurs(collection: string, error: unknown): Error {
  const fault = faultOf(error);
  return isRefused(fault) ? new DatabaseRefused(collection, fault.text) : new NoAnswer(error);
}
