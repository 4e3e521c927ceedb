import { type Result, refuse } from '../../kernel/result';
import type { Caller } from '../caller';
import { residentOf } from '../caller';
import type { Context, ResidentContext, StaffContext } from '../context';
import { NoAnswer } from '../db';
import type { Operation, StaffOperation } from '../room';
import { activeStaff } from '../staff';
import { PayNoAnswer } from '../wechat/pay';
import type { Assembly } from './assembly';
import { type Envelope, envelope } from './envelope';
import { type CallEvent, parseInput, readEvent } from './input';
import { readCall } from './request';

export type CallDoor = 'resident' | 'staff';

/** The doors without WeChat: everything they know is passed in. Never throws. */
export async function dispatch(
  door: CallDoor,
  assembly: Assembly,
  context: Context,
  caller: Caller,
  event: unknown,
): Promise<Envelope> {
  try {
    return envelope(await answer(door, assembly, context, caller, event), context.nowMs);
  } catch (error) {
    return envelope(troubleOf(context, error), context.nowMs);
  }
}

async function answer(
  door: CallDoor,
  assembly: Assembly,
  context: Context,
  caller: Caller,
  event: unknown,
): Promise<Result<unknown>> {
  const read = readEvent(event);
  if (!read.ok) return read;
  const { operation: name } = read.data;
  const operation = assembly[door].get(name);
  if (!operation) return refuse(isElsewhere(assembly, name) ? 'FORBIDDEN' : 'UNKNOWN_OPERATION');
  const residentId = residentOf(caller);
  if (residentId === null || caller.openid === null || caller.appid === null) return refuse('FORBIDDEN');
  if (door === 'resident') {
    const resident = { ...context, residentId, openid: caller.openid, appid: caller.appid };
    return runWith(operation as Operation<ResidentContext>, resident, read.data);
  }
  return answerStaff(assembly, context, residentId, read.data);
}

async function answerStaff(
  assembly: Assembly,
  context: Context,
  residentId: string,
  event: CallEvent,
): Promise<Result<unknown>> {
  const operation = assembly.staff.get(event.operation);
  const begun = operation && beginAhead(operation, context, residentId, event);
  const member = await activeStaff(context.db, residentId);
  if (!operation || !member?.roles.some((role) => operation.roles.includes(role))) return refuse('FORBIDDEN');
  const staff: StaffContext = { ...context, staffId: residentId, staffName: member.name, roles: member.roles };
  const run: StaffOperation['run'] = begun ? (as, _, call) => begun(as, call) : operation.run;
  return runWith({ ...operation, run }, staff, event);
}

/** Reads that go out with the role's; an input that does not parse begins nothing and is refused after the role. */
function beginAhead({ ahead, contract }: StaffOperation, context: Context, residentId: string, { input }: CallEvent) {
  const parsed = ahead && parseInput(contract.input, input);
  return parsed?.ok ? ahead?.(context, residentId, parsed.data) : undefined;
}

async function runWith<C extends Context>(
  operation: Operation<C>,
  context: C,
  { operation: name, requestKey, input }: CallEvent,
): Promise<Result<unknown>> {
  const parsed = parseInput(operation.contract.input, input);
  if (!parsed.ok) return parsed;
  const call = readCall(name, operation.contract, requestKey, parsed.data, context.nowMs);
  return call.ok ? operation.run(context, parsed.data, call.data) : call;
}

const isElsewhere = ({ resident, staff }: Assembly, name: string): boolean => resident.has(name) || staff.has(name);

/** `BUSY`: the outcome is not known or nothing was done; the same request key asks again. `INTERNAL`: a bug of ours. */
function troubleOf(context: Context, error: unknown): Result<never> {
  if (error instanceof NoAnswer || error instanceof PayNoAnswer) {
    context.log.error('no-answer', { cause: error.message });
    return refuse('BUSY');
  }
  context.log.error('bug', { stack: error instanceof Error ? error.stack : String(error) });
  return refuse('INTERNAL', { traceId: context.traceId });
}
