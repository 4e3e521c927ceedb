/** What the mini-program hands to a `wx` function: a bag of options, with callbacks among them. */
export type WxOptions = Record<string, unknown>;

/** How a person or the phone answers where WeChat asks: the result, or a thrown {errMsg} for a refusal. */
export type Answer = (options: WxOptions) => unknown;

export type CloudCall = (functionName: string, data: unknown) => Promise<unknown>;

export interface LaunchOptions {
  /** Folder of a compiled mini-program; default dist/weapp. */
  dist?: string;
  /** Plays wx.cloud.callFunction: what it returns is the call's `result`, what it throws is a failed call. */
  call: CloudCall;
  /** Page to open, without query; default: the first page of app.json. */
  route?: string;
  /** Query of the launch as WeChat hands it over, that is, still percent-encoded. */
  query?: Record<string, string>;
  /** WeChat's scene number; default 1001 (from the list of mini-programs), 1047 is a scanned mini-program code. */
  scene?: number;
  /** Storage left by an earlier launch, see Weapp.storage. */
  storage?: Record<string, unknown>;
  /** Answers by name of the wx function, over the defaults of wx/abilities.ts and wx/screen.ts. */
  answers?: Record<string, Answer>;
}

/** One use of a wx function that shows, asks or navigates, in order of time. */
export interface WxUse {
  api: string;
  options: WxOptions;
}

/** The fields of app.json that the runtime heeds. */
export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
}

/** A page or component as exparser gives it to its own code. */
export interface Instance {
  data: Record<string, unknown>;
  route?: string;
  __route__?: string;
  setData(data: Record<string, unknown>, done?: () => void): void;
  [method: string]: unknown;
}

/** Refuses as WeChat does: callers see `errMsg`, never a stack. */
export class WxError {
  constructor(readonly errMsg: string) {}
}
