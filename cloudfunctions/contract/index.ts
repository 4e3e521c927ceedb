import * as v from 'valibot';
import { MAX_CART_LINES, MAX_LINE_QUANTITY } from '../kernel/limits';

/**
 * Words that every room's contract.ts is written in. A contract is data: the server parses by it, the client derives
 * its types from it. Schemas are strict: an unknown field is refused by name, so nothing rides along unseen.
 */
export interface OperationContract<Schema extends v.GenericSchema = v.GenericSchema, Output = unknown> {
  readonly input: Schema;
  /** A change carries a request key: the same key gives the same reply (compliance.md, Idempotency). */
  readonly needsRequestKey: boolean;
  /** Type only. */
  readonly output?: Output;
}

export type InputOf<C extends OperationContract> = v.InferInput<C['input']>;
export type ParsedInputOf<C extends OperationContract> = v.InferOutput<C['input']>;
export type OutputOf<C> = C extends OperationContract<v.GenericSchema, infer Output> ? Output : never;

/** An operation that only reads, or that is safe to repeat by its nature. */
export const reads =
  <Schema extends v.GenericSchema>(input: Schema) =>
  <Output>(): OperationContract<Schema, Output> => ({ input, needsRequestKey: false });

/** An operation that changes something and must be told apart from its own retry. */
export const changes =
  <Schema extends v.GenericSchema>(input: Schema) =>
  <Output>(): OperationContract<Schema, Output> => ({ input, needsRequestKey: true });

// ---- fields

export const MAX_TEXT_LENGTH = 500;
export const PAGE_ROWS = 20;

/**
 * Ids are ours: they go into document paths, so they hold neither dot nor dollar (protocol-of-holds.md: `[a-z0-9_]+`).
 * They are keys of maps too, and every JavaScript object answers to two names that are spelled like one.
 */
export const id = () =>
  v.pipe(v.string(), v.regex(/^(?!__proto__$|constructor$)[a-z0-9_]{1,80}$/, 'an id of a-z, 0-9 and _'));
/** A chance's id, as kernel/ids makes it: `<source>:<cause id>:<n>`. */
export const chanceId = () =>
  v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}:[a-z0-9_]{1,80}:[0-9]{1,6}$/, 'an id of a chance'));

const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(least), v.maxValue(most));

export const quantity = () => wholeNumber(1, MAX_LINE_QUANTITY);
export const points = () => wholeNumber(0, 10_000_000);
export const text = (maxLength = MAX_TEXT_LENGTH) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength));
/** Without line breaks and other characters that nobody sees. */
export const oneLine = (maxLength: number) =>
  v.pipe(text(maxLength), v.regex(/^[^\p{C}\p{Z}]+( [^\p{C}\p{Z}]+)*$/u, 'one line'));
export const optionalText = (maxLength = MAX_TEXT_LENGTH) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(maxLength)));
/** Opaque to the client: what a list's last reply gave. */
export const cursor = () =>
  v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_~-]{1,160}$/, 'a cursor of the last reply')));
/** A line of a quote: a SKU id, its second and later prices `~2`, `~3` …; a gift `gift:<offer id>`. */
export const lineId = () =>
  v.pipe(
    v.string(),
    v.regex(/^(?!__proto__$|constructor$)(gift:)?[a-z0-9_]{1,80}(~[1-9][0-9]{0,2})?$/, 'a line of the order'),
  );
/** `<order id>-<what for>`; also its number at the pay platform. */
export const refundNumber = () =>
  v.pipe(v.string(), v.regex(/^[0-9a-f]{32}-(cancel|late|r[1-9][0-9]?)$/, 'a refund of the order'));
/** `<order id>-x1`: an exchange of goods. */
export const exchangeNumber = () =>
  v.pipe(v.string(), v.regex(/^[0-9a-f]{32}-x[1-9][0-9]?$/, 'an exchange of the order'));
/** Of an uploaded file, as the cloud gave it. */
export const fileId = () =>
  v.pipe(v.string(), v.maxLength(300), v.regex(/^cloud:\/\/[A-Za-z0-9._/-]+$/, 'an uploaded file'));
/** 11 digits, mainland China. */
export const phone = () => v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/, 'a mobile number of 11 digits'));
export const nothing = () => v.strictObject({});

export const cartLines = () =>
  v.pipe(
    v.array(v.strictObject({ skuId: id(), quantity: quantity(), selected: v.optional(v.boolean(), true) })),
    v.maxLength(MAX_CART_LINES),
    v.check((lines) => new Set(lines.map((line) => line.skuId)).size === lines.length, 'each skuId once'),
  );

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Null: that was the last page. */
  readonly next: string | null;
}
