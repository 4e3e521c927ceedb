import type { Quantities } from '../../kernel/cell';
import type { Carried, Carrier, CarrierTable } from '../effects';
import { capture, credit, release } from '../holds/cells';
import { readLedger } from '../holds/ledger';

/** Units given back after capture, under an op of their own; `data`: {q}. */
export const CREDIT_CELL = 'cell.credit';
/** A mark of the decider's that becomes final. */
export const CAPTURE_CELL = 'cell.capture';
/** A mark of the decider's that goes back. */
export const RELEASE_CELL = 'cell.release';

/** A credit below the cell's horizon asks the ledger: present is done, absent was never applied. */
const creditOnce: Carrier = async ({ db }, { target, op, at, data }, { causeId }): Promise<Carried> => {
  const { q } = data as unknown as { readonly q: Quantities };
  const answer = await credit(db, { cellId: target, op, q, atMs: at, by: causeId });
  if (answer === 'done') return 'done';
  return (await readLedger(db, target, op)) ? 'done' : 'redate';
};

/** The moves on cells, which any decider may owe. */
export const cellCarriers: CarrierTable = {
  [CREDIT_CELL]: creditOnce,
  [CAPTURE_CELL]: async ({ db }, { target, op, at }) => {
    await capture(db, target, op, at);
    return 'done';
  },
  [RELEASE_CELL]: async ({ db }, { target, op, at }) => {
    await release(db, target, op, at);
    return 'done';
  },
};
