import { randomUUID } from 'node:crypto';
import type { OpenApiArgs } from './args';
import type { WechatDesk } from './desk';
import { type OpenApiReply, ok, refused } from './replies';

/** An activity lives 24 hours from its making. */
const ACTIVITY_MS = 24 * 3_600_000;
/** Parameters of state 0: "成员正在加入，当前 {member_count}/{room_limit} 人". */
const STATE_0 = ['member_count', 'room_limit'] as const;
/** Of state 1, "已开始", which is final. */
const STATE_1 = ['path', 'version_type'] as const;

/** What chats show of a message, by activity. */
export interface LiveMessage {
  readonly activityId: string;
  readonly endsAtMs: number;
  readonly state: 0 | 1 | null;
  readonly parameters: { readonly [name: string]: string };
}

/** updatableMessage: messages in chats whose text changes after they were sent. */
export class UpdatableApi {
  private readonly messages = new Map<string, LiveMessage>();

  constructor(private readonly desk: WechatDesk) {}

  async createActivityId(): Promise<OpenApiReply> {
    const activityId = `${randomUUID().replaceAll('-', '')}`;
    const endsAtMs = this.desk.nowMs() + ACTIVITY_MS;
    this.messages.set(activityId, { activityId, endsAtMs, state: null, parameters: {} });
    return ok({ activity_id: activityId, expiration_time: Math.floor(endsAtMs / 1_000) });
  }

  async setUpdatableMsg(args: OpenApiArgs): Promise<OpenApiReply> {
    const message = this.messages.get(args.text('activity_id'));
    const state = args.get('target_state');
    if (!message) return refused(47501, 'invalid activity_id');
    if (this.desk.nowMs() >= message.endsAtMs) return refused(47504, 'activity_id expired');
    if (state !== 0 && state !== 1) return refused(47502, 'invalid target_state');
    if (message.state === 1) return refused(47502, 'invalid target_state: it has started');
    const parameters = parametersOf(args.get('template_info'));
    const missing = (state === 0 ? STATE_0 : STATE_1).find((name) => !parameters[name]);
    if (missing !== undefined) return refused(47503, `invalid template_info: ${missing} is missing`);
    this.messages.set(message.activityId, { ...message, state, parameters });
    return ok();
  }

  /** For the inspector and for tests. */
  live(): readonly LiveMessage[] {
    return [...this.messages.values()];
  }
}

function parametersOf(templateInfo: unknown): { [name: string]: string } {
  const list = (templateInfo as { parameter_list?: unknown } | null)?.parameter_list;
  if (!Array.isArray(list)) return {};
  return Object.fromEntries(
    list.flatMap((entry: { name?: unknown; value?: unknown }) =>
      typeof entry?.name === 'string' && typeof entry.value === 'string' ? [[entry.name, entry.value]] : [],
    ),
  );
}
