import { randomUUID } from 'node:crypto';
import { type CloudRecord, type RecordBackend, RecordBox } from '../records';

/** How many sends of one template a resident has agreed to and not yet received. */
interface ConsentRecord extends CloudRecord {
  openid: string;
  templateId: string;
  left: number;
}

export interface SentMessage extends CloudRecord {
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
  sentAtMs: number;
}

export interface MadeCode extends CloudRecord {
  scene: string;
  page: string;
  url: string;
  madeAtMs: number;
}

interface OpenDataTicket {
  data: Record<string, unknown>;
  expiresAtMs: number;
}

/** wx.requestSubscribeMessage takes at most this many templates at a time. */
const MAX_TEMPLATES_AT_ONCE = 5;
/** A cloudID can be opened for this long. */
const CLOUD_ID_MS = 5 * 60_000;

/** WeChat's own books: who agreed to what, what was sent, which codes were made, who was here when. */
export class WechatDesk {
  private readonly lastSeenMs = new Map<string, number>();
  private readonly openData = new Map<string, OpenDataTicket>();

  private constructor(
    readonly nowMs: () => number,
    private readonly consentBox: RecordBox<ConsentRecord>,
    private readonly messageBox: RecordBox<SentMessage>,
    private readonly codeBox: RecordBox<MadeCode>,
  ) {}

  static async open(backend: RecordBackend, nowMs: () => number): Promise<WechatDesk> {
    return new WechatDesk(
      nowMs,
      await RecordBox.open(backend, 'consents'),
      await RecordBox.open(backend, 'messages'),
      await RecordBox.open(backend, 'codes'),
    );
  }

  /** One tap on "allow": each template may be sent once more. @throws RangeError for none or more than 5 templates. */
  async consent(openid: string, templateIds: readonly string[]): Promise<void> {
    if (templateIds.length < 1 || templateIds.length > MAX_TEMPLATES_AT_ONCE) {
      throw new RangeError(`1 to ${MAX_TEMPLATES_AT_ONCE} templates at a time, not ${templateIds.length}`);
    }
    await Promise.all([...new Set(templateIds)].map((templateId) => this.changeConsent(openid, templateId, 1)));
  }

  consentsLeft(openid: string, templateId: string): number {
    return this.consentBox.get(consentId(openid, templateId))?.left ?? 0;
  }

  /** Uses one consent and keeps the message. False when there is no consent left: the caller answers 43101. */
  async deliver(message: Omit<SentMessage, '_id' | 'sentAtMs'>): Promise<boolean> {
    if (this.consentsLeft(message.openid, message.templateId) < 1) return false;
    const sent = this.messageBox.put({ _id: randomUUID(), sentAtMs: this.nowMs(), ...message });
    await Promise.all([this.changeConsent(message.openid, message.templateId, -1), sent]);
    return true;
  }

  /** Newest first. */
  messages(): SentMessage[] {
    return this.messageBox.all().sort((a, b) => b.sentAtMs - a.sentAtMs);
  }

  async keepCode(code: Omit<MadeCode, '_id' | 'madeAtMs'>): Promise<void> {
    await this.codeBox.put({ _id: randomUUID(), madeAtMs: this.nowMs(), ...code });
  }

  /** Newest first. */
  codes(): MadeCode[] {
    return this.codeBox.all().sort((a, b) => b.madeAtMs - a.madeAtMs);
  }

  /** A resident used the mini-program just now; content checks ask for that. */
  saw(openid: string): void {
    this.lastSeenMs.set(openid, this.nowMs());
  }

  lastSeen(openid: string): number | undefined {
    return this.lastSeenMs.get(openid);
  }

  /** Mints what wx.getGroupEnterInfo gives a page: a cloudID that functions can open, but the page cannot. */
  issueCloudId(data: Record<string, unknown>): string {
    const cloudId = `local-${randomUUID()}`;
    this.openData.set(cloudId, { data, expiresAtMs: this.nowMs() + CLOUD_ID_MS });
    return cloudId;
  }

  /** What a cloudID stands for, or undefined when it is unknown or older than 5 minutes. */
  openCloudId(cloudId: string): Record<string, unknown> | undefined {
    const ticket = this.openData.get(cloudId);
    if (ticket === undefined || ticket.expiresAtMs <= this.nowMs()) return undefined;
    return ticket.data;
  }

  private changeConsent(openid: string, templateId: string, by: number): Promise<void> {
    const left = this.consentsLeft(openid, templateId) + by;
    return this.consentBox.put({ _id: consentId(openid, templateId), openid, templateId, left });
  }
}

function consentId(openid: string, templateId: string): string {
  return `${openid}|${templateId}`;
}
