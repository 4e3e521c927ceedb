import type * as v from 'valibot';
import type { OperationContract } from '../contract';
import type { Result } from '../kernel/result';
import type { Context, ResidentContext, StaffContext, StaffRole } from './context';
import type { Carrier, WalletEffect } from './effects';
import type { HoldSettler, Settler } from './holds/marks';
import type { WalletUpkeep } from './holds/upkeep';
import type { Outbox } from './outbox/outbox';
import type { RefundState } from './ports';

/** What the door knows of a call besides its input. */
export interface Call {
  /** Well-formed and of the last 24 hours where the contract asks for one; else ''. */
  readonly requestKey: string;
  /** Birth of the operation, from the request key: the same in all its retries. For a read: now. */
  readonly atMs: number;
  /** Of operation and parsed input: the same key with another input is `REQUEST_KEY_REUSED`. */
  readonly inputHash: string;
}

export type Run<C extends Context, Input, Output> = (context: C, input: Input, call: Call) => Promise<Result<Output>>;

/** An operation as a door sees it: the input has passed the contract before `run` is called with it. */
export interface Operation<C extends Context> {
  readonly contract: OperationContract;
  readonly run: Run<C, unknown, unknown>;
}

export interface StaffOperation extends Operation<StaffContext> {
  /** Any one of these is enough. */
  readonly roles: readonly StaffRole[];
  /** Begins what may be read together with the caller's role, and says how to go on once the role is known. */
  readonly ahead?: (
    context: Context,
    callerId: string,
    input: unknown,
  ) => (staff: StaffContext, call: Call) => Promise<Result<unknown>>;
}

type ParsedBy<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** Ties an operation to its contract: input and output of `run` are the contract's. */
export function operation<Schema extends v.GenericSchema, Output>(
  contract: OperationContract<Schema, Output>,
  run: Run<ResidentContext, ParsedBy<Schema>, Output>,
): Operation<ResidentContext> {
  return { contract, run: run as Run<ResidentContext, unknown, unknown> };
}

export function staffOperation<Schema extends v.GenericSchema, Output>(
  contract: OperationContract<Schema, Output>,
  roles: readonly StaffRole[],
  run: Run<StaffContext, ParsedBy<Schema>, Output>,
): StaffOperation {
  return { contract, roles, run: run as Run<StaffContext, unknown, unknown> };
}

/**
 * As `staffOperation`, with reads that go out in one wave with the reading of the role: one round trip less. What they found is
 * used only by who may call; they change nothing.
 */
export function staffOperationAhead<Schema extends v.GenericSchema, Output, Early>(
  contract: OperationContract<Schema, Output>,
  roles: readonly StaffRole[],
  read: (context: Context, callerId: string, input: ParsedBy<Schema>) => Promise<Early>,
  run: (context: StaffContext, input: ParsedBy<Schema>, call: Call, early: Early) => Promise<Result<Output>>,
): StaffOperation {
  const ahead: NonNullable<StaffOperation['ahead']> = (context, callerId, given) => {
    const input = given as ParsedBy<Schema>;
    const reading = read(context, callerId, input);
    // Who may not call is told so, whatever the reading came to.
    reading.catch(() => undefined);
    return async (staff, call) => run(staff, input, call, await reading);
  };
  return { contract, roles, ahead, run: (staff, input, call) => ahead(staff, staff.staffId, input)(staff, call) };
}

/** Work that the clock causes. Any number of runs at once must be harmless. */
export interface Job {
  readonly everyMs: number;
  /** Reads what all other jobs leave: runs after them where they are due together. */
  readonly readsBooks?: true;
  run(context: Context): Promise<void>;
}

/** What WeChat Pay says of a refund's end. Never trusted: a reason to ask `queryRefund`, no more. */
export interface RefundNotice {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly state: RefundState;
}

/** What a room offers to the doors. */
export interface Room {
  readonly resident?: { readonly [name: string]: Operation<ResidentContext> };
  readonly staff?: { readonly [name: string]: StaffOperation };
  /** Wallet effects that this room owns, by kind. */
  readonly effects?: { readonly [kind: string]: WalletEffect };
  /** Effects on documents of this room, by kind: other rooms owe them without knowing it. */
  readonly carriers?: { readonly [kind: string]: Carrier };
  /** Collections of this room whose documents owe effects: staff runs again what keeps failing in them. */
  readonly outboxes?: readonly Outbox[];
  /** Who says what became of a mark, by the op's prefix (`cl`, `sp`; an order's op has none: `order`). */
  readonly settlers?: { readonly [prefix: string]: Settler };
  /** Who settles the holds of orders in a wallet. */
  readonly holds?: HoldSettler;
  /** What time itself changes in a wallet: coupons and lots that end. */
  readonly upkeep?: WalletUpkeep;
  readonly jobs?: { readonly [name: string]: Job };
  /** WeChat Pay's callback, already in camelCase. */
  readonly payment?: (context: Context, event: unknown) => Promise<void>;
  /** WeChat Pay's notice of a refund, read. Resolves where WeChat shall not repeat it; throws where it shall. */
  readonly refundNotice?: (context: Context, notice: RefundNotice) => Promise<void>;
}
