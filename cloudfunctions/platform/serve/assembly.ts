import type { ResidentContext } from '../context';
import type { Carrier, CarrierTable, EffectTable, WalletEffect } from '../effects';
import type { HoldSettler, Settler } from '../holds/marks';
import type { WalletUpkeep } from '../holds/upkeep';
import { cellCarriers } from '../outbox/cells';
import type { Outbox } from '../outbox/outbox';
import type { Job, Operation, Room, StaffOperation } from '../room';

/** All rooms as the doors see them. Lookup by Map: a name like `constructor` finds nothing. */
export interface Assembly {
  readonly resident: ReadonlyMap<string, Operation<ResidentContext>>;
  readonly staff: ReadonlyMap<string, StaffOperation>;
  readonly effects: EffectTable;
  readonly carriers: CarrierTable;
  readonly outboxes: ReadonlyMap<string, Outbox>;
  readonly settlers: ReadonlyMap<string, Settler>;
  readonly holds: HoldSettler | null;
  readonly upkeep: readonly WalletUpkeep[];
  readonly jobs: ReadonlyMap<string, Job>;
  readonly payment: NonNullable<Room['payment']> | null;
  readonly refundNotice: NonNullable<Room['refundNotice']> | null;
}

/** Throws where two rooms claim one name: that is a mistake of the build, found by the first test that starts a door. */
export function assemble(rooms: readonly Room[]): Assembly {
  const payment = theOnly(rooms, 'payment callbacks', (room) => room.payment);
  const holds = theOnly(rooms, 'wallet holds', (room) => room.holds);
  return {
    resident: merge(rooms, (room) => room.resident),
    staff: merge(rooms, (room) => room.staff),
    effects: Object.fromEntries(merge<WalletEffect>(rooms, (room) => room.effects)),
    carriers: Object.fromEntries(merge<Carrier>([{ carriers: cellCarriers }, ...rooms], (room) => room.carriers)),
    outboxes: merge(rooms, ({ outboxes = [] }) => Object.fromEntries(outboxes.map((one) => [one.collection, one]))),
    settlers: merge(rooms, (room) => room.settlers),
    jobs: merge(rooms, (room) => room.jobs),
    holds,
    upkeep: rooms.flatMap(({ upkeep }) => (upkeep ? [upkeep] : [])),
    payment,
    refundNotice: theOnly(rooms, 'refund notices', (room) => room.refundNotice),
  };
}

function theOnly<T>(rooms: readonly Room[], what: string, part: (room: Room) => T | undefined): T | null {
  const found = rooms.flatMap((room) => part(room) ?? []);
  if (found.length > 1) throw new Error(`two rooms take ${what}`);
  return (found[0] as T | undefined) ?? null;
}

function merge<T>(
  rooms: readonly Room[],
  part: (room: Room) => { readonly [name: string]: T } | undefined,
): Map<string, T> {
  const merged = new Map<string, T>();
  for (const [name, value] of rooms.flatMap((room) => Object.entries(part(room) ?? {}))) {
    if (merged.has(name)) throw new Error(`two rooms offer ${name}`);
    merged.set(name, value);
  }
  return merged;
}
