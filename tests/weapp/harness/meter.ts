import type { Definition } from './simulate';
import type { Instance } from './types';

export interface SetDataCall {
  /** Page or component, as a path inside the mini-program. */
  where: string;
  keys: string[];
  bytes: number;
}

/** What one interaction sent from logic to view: WeChat's own score counts both numbers. */
export interface SetDataCost {
  calls: number;
  bytes: number;
  /** Largest first, to see what to mend. */
  largest: SetDataCall[];
}

/** Counts what crosses from the logic thread to the view: JSON, as on a phone. */
export class Meter {
  private readonly log: SetDataCall[] = [];

  /** The definition with every instance's setData counted. */
  wrap(where: string, definition: Definition): Definition {
    const { created } = definition;
    const watch = (instance: Instance) => this.watch(instance, where);
    return {
      ...definition,
      created(this: Instance) {
        watch(this);
        if (typeof created === 'function') created.call(this);
      },
    };
  }

  mark(): number {
    return this.log.length;
  }

  since(mark: number): SetDataCost {
    const calls = this.log.slice(mark);
    return {
      calls: calls.length,
      bytes: calls.reduce((sum, call) => sum + call.bytes, 0),
      largest: [...calls].sort((a, b) => b.bytes - a.bytes),
    };
  }

  private watch(instance: Instance, where: string): void {
    const { setData } = instance;
    instance.setData = (data, done) => {
      const json = JSON.stringify(data);
      const received = JSON.parse(json);
      this.log.push({ where, keys: Object.keys(received), bytes: Buffer.byteLength(json) });
      setData.call(instance, received, done);
    };
  }
}
