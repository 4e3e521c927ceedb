/** Everything a function's process.env says, built anew for each invocation (platform-protocol, section 1.1). */
export interface InvocationIdentity {
  openid?: string;
  /** wx_client, wx_client,scf, wx_trigger, wx_paycallback … */
  source: string;
  /** Ties every SDK request to its invocation: the SDK sends it as wxCloudApiToken and never shows it. */
  token: string;
}

export interface CloudEnvironment {
  adminUrl: string;
  envId: string;
  appid: string;
  region: string;
  secretId: string;
  clockOffsetMs: number;
  /** What the shop set in the cloud's console. */
  variables?: Readonly<Record<string, string>>;
}

const TCB_KEYS = ['TCB_ENV', 'TCB_SEQID', 'TCB_TRACELOG', 'TCB_SESSIONTOKEN', 'TCB_SOURCE'];
const WX_KEYS = ['WX_OPENID', 'WX_APPID', 'WX_API_TOKEN', 'WX_TRIGGER_API_TOKEN_V0', 'WX_CLIENTIP'];

export function invocationEnv(cloud: CloudEnvironment, identity: InvocationIdentity): Record<string, string> {
  const byTimer = identity.source === 'wx_trigger';
  return {
    ...cloud.variables,
    TZ: 'UTC',
    // Without SCF here the SDK probes a metadata server twice on every request: 67 ms each.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: cloud.region,
    // Without id and key the SDK dies of an unhandled rejection.
    TENCENTCLOUD_SECRETID: cloud.secretId,
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
    SCF_NAMESPACE: cloud.envId,
    TCB_ENV: cloud.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.adminUrl }),
    TCB_CONTEXT_KEYS: TCB_KEYS.join(','),
    TCB_SEQID: identity.token,
    TCB_SOURCE: identity.source,
    WX_CONTEXT_KEYS: WX_KEYS.join(','),
    WX_APPID: cloud.appid,
    WX_API_TOKEN: identity.token,
    WX_CLIENTIP: '127.0.0.1',
    LINLI_CLOCK_OFFSET_MS: String(cloud.clockOffsetMs),
    ...(identity.openid === undefined ? {} : { WX_OPENID: identity.openid }),
    ...(byTimer ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: identity.token } : {}),
  };
}
