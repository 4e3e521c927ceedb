import type { WechatDesk } from './desk';
import { decodeCloudIds, encodeOpenData } from './envelope';

/** cloud.getOpenData: opens cloudIDs, each to its data or to an error of its own. */
export function openDataReply(desk: WechatDesk, appid: string, request: Buffer): Buffer {
  const items = decodeCloudIds(request).map((cloudId) => ({
    cloudId,
    json: JSON.stringify({ cloudID: cloudId, ...openedOrError(desk, appid, cloudId) }),
  }));
  return encodeOpenData(items);
}

/** Opens cloudIDs that a page put at the top level of an event, as the platform does before the function sees it. */
export function openEventCloudIds(desk: WechatDesk, appid: string, event: unknown): unknown {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
  const opened = Object.entries(event).map(([key, value]: [string, unknown]) => {
    const cloudId = bareCloudId(value);
    return [key, cloudId === undefined ? value : { cloudID: cloudId, ...openedOrError(desk, appid, cloudId) }];
  });
  return Object.fromEntries(opened);
}

function bareCloudId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { cloudID } = value as { cloudID?: unknown };
  return typeof cloudID === 'string' ? cloudID : undefined;
}

function openedOrError(desk: WechatDesk, appid: string, cloudId: string): Record<string, unknown> {
  const data = desk.openCloudId(cloudId);
  if (data === undefined) return { errCode: -601006, errMsg: 'cloudID expired or invalid' };
  return { data: { ...data, watermark: { timestamp: Math.floor(desk.nowMs() / 1000), appid } } };
}
