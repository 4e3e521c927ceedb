import type { Dice } from './dice';

/** What may befall a request; shares of all requests, in 0…1. */
export interface FaultShares {
  /** The process dies before or after the request is carried out, and is never resumed. */
  readonly crash: number;
  /** The process hears nothing; the request is carried out at any time later, or never. */
  readonly late: number;
  /** Carried out; the process hears nothing. */
  readonly lost: number;
}

export const NO_FAULTS: FaultShares = { crash: 0, late: 0, lost: 0 };

/** One invocation of a function. Dead ones are never resumed, whatever they wait for. */
export interface Process {
  readonly name: string;
  isAlive: boolean;
  /** Collections that its requests were carried out on. */
  readonly wrote: Set<string>;
  /** Whoever waits for its reply hears nothing. */
  onDeath: () => void;
  /** People and their phones: no fault befalls them. */
  readonly isSteady: boolean;
}

export const aProcess = (name: string, isSteady = false): Process => ({
  name,
  isAlive: true,
  wrote: new Set(),
  onDeath: () => undefined,
  isSteady,
});

/** A request on its way between a process and the world. */
export interface Request {
  readonly process: Process;
  /** Where it writes, for the invariants; null: it only reads. */
  readonly writes: { readonly collection: string; readonly id: string } | null;
  /** Does its whole work before it first yields: one atomic step. */
  readonly carryOut: () => Promise<unknown>;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
  /** What the process hears when no answer comes. */
  readonly silence: () => Error;
}

/** What befalls one request, said by a plan instead of by the dice. */
export type Fate = 'answer' | 'lost' | 'late' | 'crash-before' | 'crash-after';

export interface SchedulerOptions {
  readonly dice: Dice;
  readonly faults: FaultShares;
  readonly onExecuted: (request: Request) => void;
  /** Says what becomes of a request; undefined: the dice do. */
  readonly fateOf?: (request: Request) => Fate | undefined;
}

/** Lets everything that is not waiting for a request run on. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs processes whose every request is a step: it is carried out when the dice say so, in any order, and its answer
 * may be lost, its process may die, it may be carried out when nobody waits for it any more.
 */
export class Scheduler {
  faults: FaultShares;
  /** Requests that somebody waits for. */
  private readonly waiting: Request[] = [];
  /** Requests that nobody waits for any more. */
  private readonly forgotten: Request[] = [];
  readonly counts = { requests: 0, crashes: 0, late: 0, lost: 0 };

  constructor(private readonly options: SchedulerOptions) {
    this.faults = options.faults;
  }

  send(request: Request): void {
    // A dead process is never resumed, so it asks for nothing; it may only have been on its way to.
    if (request.process.isAlive) this.waiting.push(request);
  }

  get isIdle(): boolean {
    return this.waiting.length === 0;
  }

  get forgottenCount(): number {
    return this.forgotten.length;
  }

  kill(process: Process): void {
    if (!process.isAlive) return;
    process.isAlive = false;
    this.counts.crashes += 1;
    for (const request of this.waiting.filter((one) => one.process === process)) this.forget(request);
    process.onDeath();
  }

  killSome(share: number): void {
    for (const process of new Set(this.waiting.map((request) => request.process)))
      if (!process.isSteady && this.options.dice.chance(share)) this.kill(process);
  }

  /** One request meets its fate. False: nothing is on its way. */
  async step(whose: 'anybody' | 'functions' = 'anybody'): Promise<boolean> {
    const { dice, fateOf } = this.options;
    await quiet();
    if (this.forgotten.length > 0 && dice.chance(0.04)) {
      await this.carryOutForgotten(dice.pick(this.forgotten));
      return true;
    }
    const waiting = whose === 'anybody' ? this.waiting : this.waiting.filter(({ process }) => !process.isSteady);
    if (waiting.length === 0) return false;
    const request = dice.pick(waiting);
    await this.meet(request, request.process.isSteady ? 'answer' : (fateOf?.(request) ?? this.throwFate()));
    return true;
  }

  /** No function outlives its timeout: each ends within so many requests of all of them, or dies. People wait meanwhile. */
  async endFunctions(mostSteps: number): Promise<void> {
    for (let steps = 0; steps < mostSteps && (await this.step('functions')); steps += 1);
    await quiet();
    this.killSome(1);
  }

  /** Until nobody waits for anything. */
  async run(mostSteps = 100_000): Promise<void> {
    for (let steps = 0; await this.step(); steps += 1)
      if (steps > mostSteps) throw new Error(`still busy after ${mostSteps} steps`);
  }

  /** Requests that everybody has forgotten are carried out now, in any order; `share` of them. */
  async runForgotten(share = 1): Promise<void> {
    for (const request of [...this.forgotten])
      if (this.options.dice.chance(share)) await this.carryOutForgotten(request);
  }

  private throwFate(): Fate {
    const { dice } = this.options;
    const { crash, late, lost } = this.faults;
    const thrown = dice.below(1_000_000) / 1_000_000;
    if (thrown < crash) return dice.chance(0.5) ? 'crash-before' : 'crash-after';
    if (thrown < crash + late) return 'late';
    return thrown < crash + late + lost ? 'lost' : 'answer';
  }

  private async meet(request: Request, fate: Fate): Promise<void> {
    switch (fate) {
      case 'crash-before':
        return this.kill(request.process);
      case 'late':
        this.counts.late += 1;
        this.forget(request);
        return request.fail(request.silence());
      case 'crash-after':
        await this.execute(request);
        return this.kill(request.process);
      case 'lost':
        this.counts.lost += 1;
        await this.execute(request);
        return request.fail(request.silence());
      case 'answer': {
        const outcome = await this.execute(request);
        return 'error' in outcome ? request.fail(outcome.error) : request.answer(outcome.value);
      }
    }
  }

  private async execute(request: Request): Promise<{ readonly value: unknown } | { readonly error: unknown }> {
    remove(this.waiting, request);
    this.counts.requests += 1;
    if (request.writes) request.process.wrote.add(request.writes.collection);
    try {
      const value = await request.carryOut();
      this.options.onExecuted(request);
      return { value };
    } catch (error) {
      return { error };
    }
  }

  /** Many are never carried out: the connection broke before the request left. Those of a plan are, some time. */
  private forget(request: Request): void {
    remove(this.waiting, request);
    if (this.options.fateOf || this.options.dice.chance(0.6)) this.forgotten.push(request);
  }

  private async carryOutForgotten(request: Request): Promise<void> {
    remove(this.forgotten, request);
    await this.execute(request);
  }
}

function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}
