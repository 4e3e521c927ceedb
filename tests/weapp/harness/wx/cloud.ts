import type { CloudCall, WxOptions } from '../types';
import { type WxPart, type WxWorld, wxFunctions } from './api';

export interface CloudUse {
  name: string;
  data: unknown;
}

const acrossTheWire = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** wx.cloud: `call` is the cloud; arguments and results cross as JSON, as they do over the network. */
export function cloud(world: WxWorld, call: CloudCall, calls: CloudUse[]): WxPart {
  let requests = 0;
  const callFunction = async ({ name, data }: WxOptions) => {
    const sent = { name: String(name), data: acrossTheWire(data ?? {}) };
    calls.push(sent);
    const result = acrossTheWire(await call(sent.name, sent.data));
    requests += 1;
    return { result, requestID: `request-${requests}`, errMsg: 'cloud.callFunction:ok' };
  };
  const upload = ({ cloudPath }: WxOptions) => ({
    fileID: `cloud://local-env.6c6f-local-env/${String(cloudPath)}`,
    statusCode: 204,
  });
  return { cloud: { init() {}, ...wxFunctions(world, { callFunction, uploadFile: upload }) } };
}
