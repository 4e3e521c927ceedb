import { type Db, NoAnswer, type Stored } from '../db';

/** Reading is safe to repeat: once more after a lost answer costs less than leaving an operation undecided. */
const READ_TRIES = 3;

async function untilAnswered<T>(read: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof NoAnswer) || tried === READ_TRIES) throw error;
    }
  }
}

export const getAnswered = <T extends Stored>(db: Db, collection: string, id: string): Promise<T | null> =>
  untilAnswered(() => db.get<T>(collection, id));

export const getManyAnswered = <T extends Stored>(
  db: Db,
  collection: string,
  ids: readonly string[],
): Promise<Map<string, T>> => untilAnswered(() => db.getMany<T>(collection, ids));

/** A lost answer is never "no": the caller reads what happened (protocol-of-holds.md, Moves on a cell). */
export async function orUnknown<T>(request: Promise<T>): Promise<T | 'unknown'> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof NoAnswer) return 'unknown';
    throw error;
  }
}

/** True: done. False: not done, or not known; either way the document is read before anything is decided. */
export async function isDone(request: Promise<boolean>): Promise<boolean> {
  return (await orUnknown(request)) === true;
}
