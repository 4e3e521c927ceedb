import type { LogLevel } from './protocol';

/** How many past invocations are kept for the inspector and for requests that arrive after their invocation ended. */
const KEPT = 2_000;
const KEPT_LOG_LINES = 200;

export type InvocationOutcome =
  | { state: 'running' }
  | { state: 'done'; resultBytes: number }
  | { state: 'failed'; errCode: number; message: string };

export interface LogLine {
  atMs: number;
  level: LogLevel;
  text: string;
}

export interface Invocation {
  /** Also the invocation's WX_API_TOKEN. */
  id: string;
  functionName: string;
  source: string;
  openid?: string;
  parentId?: string;
  startedAtMs: number;
  endedAtMs?: number;
  /** First characters of the event, for people to recognise it by. */
  eventPreview: string;
  outcome: InvocationOutcome;
  logs: LogLine[];
}

/** Recent invocations by id, oldest forgotten first. */
export class InvocationJournal {
  private readonly byId = new Map<string, Invocation>();

  constructor(private readonly nowMs: () => number) {}

  open(entry: Omit<Invocation, 'startedAtMs' | 'outcome' | 'logs'>): Invocation {
    const invocation: Invocation = { ...entry, startedAtMs: this.nowMs(), outcome: { state: 'running' }, logs: [] };
    this.byId.set(invocation.id, invocation);
    for (const id of this.byId.keys()) {
      if (this.byId.size <= KEPT) break;
      this.byId.delete(id);
    }
    return invocation;
  }

  close(invocation: Invocation, outcome: Exclude<InvocationOutcome, { state: 'running' }>): void {
    invocation.outcome = outcome;
    invocation.endedAtMs = this.nowMs();
  }

  log(invocation: Invocation, level: LogLevel, text: string): void {
    if (invocation.logs.length < KEPT_LOG_LINES) invocation.logs.push({ atMs: this.nowMs(), level, text });
  }

  find(id: string): Invocation | undefined {
    return this.byId.get(id);
  }

  /** Newest first. */
  recent(limit: number): Invocation[] {
    return [...this.byId.values()].reverse().slice(0, limit);
  }
}
