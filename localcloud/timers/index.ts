import path from 'node:path';
import { listFunctions, readFunctionConfig } from '../functions/config';
import { nextAfter, parseCron } from './cron';

/** How often due triggers are looked for, in ms of the machine's clock: fine enough for a cron of seconds. */
const TICK_MS = 500;

interface DueTimer {
  functionName: string;
  triggerName: string;
  /** undefined: the expression never fires again. */
  nextAtMs: number | undefined;
  cron: ReturnType<typeof parseCron>;
}

/** Runs a function as its timer trigger does. */
export type FireTimer = (functionName: string, event: TimerEvent) => Promise<unknown>;

export interface TimerEvent {
  Type: 'Timer';
  TriggerName: string;
  /** UTC, seconds, as the platform writes it. */
  Time: string;
  Message: string;
}

/** Timer triggers of all functions, by the local clock: moving it past a firing time fires once, as one missed tick does. */
export class Timers {
  private readonly timers: DueTimer[];
  private readonly running = new Set<string>();
  private ticker: NodeJS.Timeout | undefined;

  /** @throws Error for a trigger that the platform would refuse */
  constructor(
    functionsDir: string,
    private readonly nowMs: () => number,
    private readonly fire: FireTimer,
  ) {
    this.timers = listFunctions(functionsDir).flatMap((functionName) =>
      readFunctionConfig(path.join(functionsDir, functionName)).triggers.map((trigger) => {
        const cron = parseCron(trigger.cron);
        return { functionName, triggerName: trigger.name, cron, nextAtMs: nextAfter(cron, nowMs()) };
      }),
    );
  }

  start(): void {
    this.ticker ??= setInterval(() => void this.fireDue(), TICK_MS);
    this.ticker.unref();
  }

  stop(): void {
    clearInterval(this.ticker);
    this.ticker = undefined;
  }

  /** Each trigger once, now, whatever its cron says. */
  async fireAll(): Promise<void> {
    for (const timer of this.timers) await this.fire(timer.functionName, this.event(timer));
  }

  /** What is planned, for people. */
  plan(): { functionName: string; triggerName: string; nextAtMs: number | undefined }[] {
    return this.timers.map(({ functionName, triggerName, nextAtMs }) => ({ functionName, triggerName, nextAtMs }));
  }

  private async fireDue(): Promise<void> {
    const now = this.nowMs();
    const due = this.timers.filter(({ nextAtMs }) => nextAtMs !== undefined && nextAtMs <= now);
    await Promise.all(due.map((timer) => this.fireOnce(timer, now)));
  }

  /** A run that outlasts its period is not started twice; its failure is in the invocation's log. */
  private async fireOnce(timer: DueTimer, now: number): Promise<void> {
    timer.nextAtMs = nextAfter(timer.cron, now);
    if (this.running.has(timer.functionName)) return;
    this.running.add(timer.functionName);
    try {
      await this.fire(timer.functionName, this.event(timer)).catch(() => undefined);
    } finally {
      this.running.delete(timer.functionName);
    }
  }

  private event({ triggerName }: DueTimer): TimerEvent {
    const Time = new Date(this.nowMs()).toISOString().replace(/\.\d+Z$/, 'Z');
    return { Type: 'Timer', TriggerName: triggerName, Time, Message: '' };
  }
}
