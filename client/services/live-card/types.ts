/** A card in a chat whose words WeChat keeps up to date, in its own way: 「成员正在加入，当前 12/50 人」. */
export interface LiveCard {
  /** Null: WeChat gives none just now. */
  readonly activityId: string | null;
  readonly memberCount: number;
  readonly roomLimit: number;
}
