/** One of the demo's people, as the embedded cloud lists them. */
export interface LocalPerson {
  openid: string;
  name: string;
  /** What to expect of them: 「金卡，1,286 积分」, 「店员」. */
  note?: string;
}
