/** A card in a chat whose words WeChat keeps up to date: 「12/200 位邻居」. */
export interface LiveCard {
  /** Null: WeChat gives none just now. */
  readonly activityId: string | null;
  readonly memberCount: number;
  readonly roomLimit: number;
}
