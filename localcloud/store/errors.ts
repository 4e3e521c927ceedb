/**
 * Failures of the database, with the code and the text that CloudBase answers with (platform-protocol, section 4), so that
 * code which classifies errors by text behaves here as it does there.
 */
export class StoreError extends Error {
  constructor(
    /** CloudBase's code string, e.g. `DATABASE_REQUEST_FAILED`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

const CHECK = 'Please check your request, but if the problem persists, contact us.';
const CHECK_COLLECTION = 'Please check your request, but if the problem cannot be solved, contact us.';

export const collectionMissing = (name: string): StoreError =>
  new StoreError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${CHECK_COLLECTION}`,
  );

export const collectionExists = (name: string): StoreError =>
  new StoreError('DATABASE_REQUEST_FAILED', `[ResourceExist] Table exist: ${name}. ${CHECK_COLLECTION}`);

/** `where` names the write that failed: production words an insert and an update differently. */
export const duplicateKey = (
  where: 'insert' | 'update',
  collection: string,
  index: string,
  keyText: string,
): StoreError => {
  const e11000 = `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { ${keyText} }`;
  const message =
    where === 'insert'
      ? `[FailedOperation.Insert] bulk write error: [{${e11000}}]`
      : `[FailedOperation] multiple write errors: [{write errors: [{${e11000}}]}, {<nil>}]`;
  return new StoreError('DATABASE_REQUEST_FAILED', message);
};

/** An update or a document that MongoDB refuses; `text` is MongoDB's own sentence. */
export const writeRefused = (text: string): StoreError =>
  new StoreError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`,
  );

/** A query or aggregate that MongoDB refuses; `text` is MongoDB's own sentence. */
export const queryRefused = (text: string): StoreError =>
  new StoreError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${text}`);

/** The misspelt code is CloudBase's own. */
export const unknownOperator = (operator: string): StoreError =>
  new StoreError('DATABASE_INVALID_OPERRATOR', `[FailedOperation] unknown operator: ${operator}`);

export const invalidParam = (text: string): StoreError => new StoreError('INVALID_PARAM', `[InvalidParameter] ${text}`);

/** Something the SDK garbles or the real cloud leaves undefined: refused here, with what to write instead. */
export const refusedByLint = (text: string): StoreError => new StoreError('INVALID_PARAM', `[localcloud] ${text}`);

export const transactionConflict = (): StoreError =>
  new StoreError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CHECK}`,
  );

export const transactionMissing = (): StoreError =>
  new StoreError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CHECK}`,
  );

export const transactionBusy = (): StoreError =>
  new StoreError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${CHECK}`);
