import * as v from 'valibot';
import { assemble } from '../../cloudfunctions/platform/serve/assembly';
import type { CallDoor } from '../../cloudfunctions/platform/serve/dispatch';
import type { Envelope } from '../../cloudfunctions/platform/serve/envelope';
import { rooms } from '../../cloudfunctions/rooms/assembly';
import { residentExamples, staffExamples } from './support/examples';
import { type Field, fieldsOf, has, withValue } from './support/fields';
import { hostileTo, STOWAWAYS, withStowaway } from './support/hostile';
import { aHouse, type House } from './support/house';

const assembly = assemble(rooms);
const DOORS: readonly CallDoor[] = ['resident', 'staff'];
const everyOperation = DOORS.flatMap((door) => [...assembly[door].keys()].map((name) => [door, name] as const));

let house: House;
beforeAll(async () => {
  house = await aHouse();
});

const examplesOf = (door: CallDoor) => (door === 'resident' ? residentExamples(house) : staffExamples(house));

function exampleOf(door: CallDoor, name: string): object {
  const example = examplesOf(door)[name];
  if (!example) throw new Error(`no example for ${name}: add it to support/examples.ts`);
  return example;
}

const fieldsAt = (door: CallDoor, name: string): Field[] => {
  const operation = assembly[door].get(name);
  return operation ? fieldsOf(operation.contract.input) : [];
};

/** Ann at the residents' door; Bob, who may do everything, at the staff's. */
const call = (door: CallDoor, name: string, input: unknown): Promise<Envelope> =>
  door === 'resident'
    ? house.world.call('ann', name, input, house.world.key())
    : house.world.staffCall('bob', name, input, house.world.key());

/** The field at fault, or the reply where the input was not refused by its contract. */
async function refusedField(door: CallDoor, name: string, input: unknown): Promise<unknown> {
  house.world.db.restart();
  const reply = await call(door, name, input);
  if (reply.ok || reply.code !== 'INVALID_INPUT') return { accepted: input, reply };
  expect(house.world.db.meter.writes).toBe(0);
  return (reply.detail as { field: string }).field;
}

/** `path` itself, or a field inside what was put there. */
const names = (field: unknown, path: string): boolean =>
  typeof field === 'string' && (field === path || field.startsWith(`${path}.`));

test.each(everyOperation)(
  '%s %s: the example has every field of the contract, and its contract takes it',
  (door, name) => {
    const example = exampleOf(door, name);
    for (const { path } of fieldsAt(door, name)) expect([path, has(example, path)]).toEqual([path, true]);
    const { accepts } = schemaOf(door, name);
    expect(accepts(example)).toBe(true);
  },
);

test.each(everyOperation)(
  '%s %s: each hostile value in each field is INVALID_INPUT naming that field, and no document changes',
  async (door, name) => {
    const example = exampleOf(door, name);
    const before = house.snapshot();
    const trouble: unknown[] = [];
    for (const { path, kind, beyond } of fieldsAt(door, name)) {
      for (const value of [...hostileTo(kind), ...beyond]) {
        const field = await refusedField(door, name, withValue(example, path, value));
        if (!names(field, path)) trouble.push({ path, value, field });
      }
    }
    expect(trouble).toEqual([]);
    expect(house.snapshot()).toEqual(before);
  },
);

test.each(everyOperation)('%s %s: a missing field is named, none is made up', async (door, name) => {
  const example = exampleOf(door, name);
  const before = house.snapshot();
  for (const { path, optional } of fieldsAt(door, name)) {
    if (optional || path.endsWith('.0')) continue;
    expect(await refusedField(door, name, withValue(example, path, undefined))).toBe(path);
  }
  expect(house.snapshot()).toEqual(before);
});

test.each(everyOperation)(
  '%s %s: a field that the contract does not know is named, identity among them, on every level',
  async (door, name) => {
    const example = exampleOf(door, name);
    const before = house.snapshot();
    for (const stowaway of STOWAWAYS)
      expect(await refusedField(door, name, withStowaway(example, stowaway))).toBe(stowaway);
    for (const { path, kind } of fieldsAt(door, name)) {
      if (kind !== 'object') continue;
      const inner = at(example, path) as object;
      for (const stowaway of STOWAWAYS) {
        const input = withValue(example, path, withStowaway(inner, stowaway));
        expect(await refusedField(door, name, input)).toBe(`${path}.${stowaway}`);
      }
    }
    expect(house.snapshot()).toEqual(before);
  },
);

test.each(everyOperation)('%s %s: what is no object is INVALID_INPUT', async (door, name) => {
  const before = house.snapshot();
  for (const input of [undefined, null, 0, '', 'x', true, [], [exampleOf(door, name)], () => 0])
    expect(await refusedField(door, name, input)).toBe('');
  expect(house.snapshot()).toEqual(before);
});

function schemaOf(door: CallDoor, name: string) {
  const schema = assembly[door].get(name)?.contract.input;
  return { accepts: (input: unknown) => schema?.['~run']({ value: structuredClone(input) }, {}).issues === undefined };
}

const at = (input: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((place, step) => (place as { [step: string]: unknown })[step], input);

describe('the walk itself', () => {
  test('knows every field, and one beyond each limit, of the cart’s lines', () => {
    const fields = fieldsAt('resident', 'order.saveCart');
    expect(fields.map(({ path }) => path)).toEqual([
      ...['lines', 'lines.0', 'lines.0.skuId', 'lines.0.quantity', 'lines.0.selected'],
    ]);
    expect(fields.find(({ path }) => path === 'lines.0.quantity')?.beyond).toEqual([0, 1_000]);
    expect(fields.find(({ path }) => path === 'lines')?.beyond).toEqual([Array(101).fill('a')]);
  });

  test.each([
    ['an object that lets others ride along', v.object({ orderId: v.string() })],
    ['anything', v.strictObject({ orderId: v.any() })],
    ['a record', v.strictObject({ lines: v.record(v.string(), v.number()) })],
  ])('stops at a contract that says %s', (_, schema) => {
    expect(() => fieldsOf(schema)).toThrow('a contract may not say');
  });
});
