import type { CallDoor } from '../../cloudfunctions/platform/serve/dispatch';
import { residentExamples, staffExamples } from './support/examples';
import { fieldsOf, withValue } from './support/fields';
import { aHouse } from './support/house';

/** Names that every JavaScript object answers to: a map that is asked for one must not find what it never held. */
const KNOWN_NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'valueOf', 'toString', '__defineGetter__'];

/** Ids of WeChat and WeCom: values that are handed on, never keys of a map. Of them no bug is asked, no more. */
const OF_OTHERS = /(^|\.)(cloudId|joinWayId)$/;

test.each(['resident', 'staff'] as CallDoor[])(
  '%s: a name that JavaScript knows is no id of anything, and in no text field a bug',
  async (door) => {
    const house = await aHouse();
    const { world } = house;
    const examples = door === 'resident' ? residentExamples(house) : staffExamples(house);
    const bugs: unknown[] = [];
    for (const [name, operation] of world.assembly[door]) {
      const texts = fieldsOf(operation.contract.input).filter(({ kind }) => kind === 'text');
      for (const { path } of texts) {
        for (const known of KNOWN_NAMES) {
          const input = withValue(examples[name], path, known);
          const call = door === 'resident' ? world.call : world.staffCall;
          const reply = await call(door === 'resident' ? 'ann' : 'bob', name, input, world.key());
          const isId = /Ids?(\.\d+)?$/.test(path) && !OF_OTHERS.test(path);
          const isWrong = reply.ok ? isId : reply.code === 'INTERNAL' || (isId && reply.code !== 'INVALID_INPUT');
          if (isWrong) bugs.push({ name, path, known, reply });
        }
      }
    }
    expect(bugs).toEqual([]);
  },
);
