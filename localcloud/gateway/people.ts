/** Someone to be in the browser client and in tests. */
export interface Person {
  openid: string;
  name: string;
  note: string;
  /** Shown in the inspector; what someone may do is decided by the project's own data. */
  role?: string;
}

/** An openid that no seed knows: a new resident. All-digit ids would turn into numbers inside the SDK. */
const NEW_OPENID = /^o_[A-Za-z0-9_-]{3,60}$/;

export function isKnownOrNew(people: readonly Person[], openid: string): boolean {
  return people.some((person) => person.openid === openid) || NEW_OPENID.test(openid);
}
