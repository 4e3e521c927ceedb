import { randomUUID } from 'node:crypto';
import type { RecordBox } from '../records';
import type { NoticeFaults } from './options';
import type { Notice } from './records';

/** WeChat Pay's waits between attempts, then nothing more within its two days. */
const WAITS_S = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600];
const GIVE_UP_MS = 2 * 86_400_000;

/** Calls a function as the pay platform: SOURCE wx_paycallback, no OPENID. Resolves with what it returned. */
export type CallFunction = (functionName: string, event: Record<string, unknown>) => Promise<unknown>;

export interface NoticeRequest {
  outTradeNo: string;
  functionName: string;
  event: Record<string, unknown>;
  /** First attempt this long after now, by the local clock. */
  delayMs?: number;
}

/** Sends callbacks and repeats each until the function answers {errcode: 0}. What is owed survives a restart. */
export class PayNotices {
  private readonly underway = new Map<string, Promise<void>>();
  /** Notices whose next answer is to get lost on the way back: the function has run, the platform repeats. */
  private readonly loseAnswer = new Set<string>();

  constructor(
    private readonly box: RecordBox<Notice>,
    private readonly call: CallFunction,
    private readonly nowMs: () => number,
  ) {}

  /** Takes on a callback; it is sent by `deliverDue`. */
  async owe({ delayMs = 0, ...request }: NoticeRequest): Promise<Notice> {
    const now = this.nowMs();
    const state = { name: 'due' as const, atMs: now + delayMs };
    const notice: Notice = { _id: randomUUID(), ...request, attempts: 0, createdAtMs: now, state };
    await this.box.put(notice);
    return notice;
  }

  /** Takes on a callback with what is to befall it. */
  async oweWith(request: NoticeRequest, { times = 1, delayMs = 0, lost, answerLost }: NoticeFaults): Promise<void> {
    for (let n = 0; n < times; n++) {
      const notice = await this.owe({ ...request, delayMs: (request.delayMs ?? 0) + delayMs });
      if (lost === true) await this.loseFirstAttempt(notice);
      if (answerLost === true) this.loseAnswer.add(notice._id);
    }
  }

  /** Sends everything that is due by the local clock, each once, and waits for the answers. */
  async deliverDue(): Promise<void> {
    const now = this.nowMs();
    const due = this.box.all().filter(({ state }) => state.name === 'due' && state.atMs <= now);
    await Promise.all(due.map((notice) => this.deliver(notice._id)));
  }

  /** Waits for the callbacks that are under way. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.underway.values());
  }

  of(outTradeNo: string): Notice[] {
    return this.box.all().filter((notice) => notice.outTradeNo === outTradeNo);
  }

  /** As if the first attempt had been sent and had never arrived. */
  private async loseFirstAttempt(notice: Notice): Promise<void> {
    const sentAtMs = notice.state.atMs;
    await this.box.put({ ...notice, attempts: 1, state: { name: 'due', atMs: sentAtMs + waitMs(1) } });
  }

  private deliver(id: string): Promise<void> {
    const running = this.underway.get(id) ?? this.attempt(id).finally(() => this.underway.delete(id));
    this.underway.set(id, running);
    return running;
  }

  private async attempt(id: string): Promise<void> {
    const notice = this.box.get(id);
    if (notice === undefined) return;
    const answer = await this.call(notice.functionName, notice.event).catch(
      (error: Error) => `failed: ${error.message}`,
    );
    const accepted = isAccepted(answer) && !this.loseAnswer.delete(id);
    const attempts = notice.attempts + 1;
    const lastAnswer = JSON.stringify(answer) ?? 'null';
    await this.box.put({ ...notice, attempts, lastAnswer, state: this.next(notice, attempts, accepted) });
  }

  private next(notice: Notice, attempts: number, accepted: boolean): Notice['state'] {
    const now = this.nowMs();
    if (accepted) return { name: 'accepted', atMs: now };
    const over = attempts > WAITS_S.length || now + waitMs(attempts) > notice.createdAtMs + GIVE_UP_MS;
    return over ? { name: 'given up', atMs: now } : { name: 'due', atMs: now + waitMs(attempts) };
  }
}

function waitMs(attempts: number): number {
  return (WAITS_S[attempts - 1] ?? WAITS_S.at(-1) ?? 0) * 1000;
}

function isAccepted(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && (answer as { errcode?: unknown }).errcode === 0;
}
