import { bytesField, readFields, varintField } from './protobuf';

/** One parameter of an open API call: JSON text, or raw bytes with a file name. */
export interface OpenApiPair {
  key: string;
  value: Buffer;
  filename: string;
}

/** CommApiData (platform-protocol 6.2): what stands in the multipart part `requestData`. */
export type CommApiData =
  | { kind: 'openapi'; pairs: OpenApiPair[] }
  | { kind: 'svrkit'; apiName: string; reqData: Buffer }
  | { kind: 'other'; apiType: number };

const API_TYPE_OPEN = 0;
const API_TYPE_SVRKIT = 2;

export function decodeCommApiData(message: Buffer): CommApiData {
  const fields = readFields(message);
  const apiType = fields.find((field) => field.number === 1)?.value ?? API_TYPE_OPEN;
  if (apiType === API_TYPE_OPEN) {
    return { kind: 'openapi', pairs: bytesOf(fields, 2).flatMap((data) => bytesOf(readFields(data), 1).map(pair)) };
  }
  if (apiType === API_TYPE_SVRKIT) {
    const svrkit = readFields(bytesOf(fields, 4)[0] ?? Buffer.alloc(0));
    return { kind: 'svrkit', apiName: textOf(svrkit, 1), reqData: bytesOf(svrkit, 2)[0] ?? Buffer.alloc(0) };
  }
  return { kind: 'other', apiType: Number(apiType) };
}

/** CommOpenApiResp. `errorCode` other than 0 is a system error of WeChat's, such as -604101 (no permission). */
export interface CommOpenApiResp {
  respData: Buffer;
  contentType: string;
  errorCode: number;
}

export function encodeCommOpenApiResp({ respData, contentType, errorCode }: CommOpenApiResp): Buffer {
  const HTTP_OK = 200;
  return Buffer.concat([
    bytesField(1, respData),
    bytesField(2, contentType),
    ...(errorCode === 0 ? [] : [varintField(3, errorCode)]),
    varintField(4, HTTP_OK),
  ]);
}

/** ApiGetOpenDataByCloudIdReq: the cloudIDs to be opened. */
export function decodeCloudIds(message: Buffer): string[] {
  return bytesOf(readFields(message), 2).map((id) => id.toString());
}

/** ApiGetOpenDataByCloudIdResp: one JSON text for each cloudID. */
export function encodeOpenData(items: readonly { cloudId: string; json: string }[]): Buffer {
  return Buffer.concat(
    items.map((item) => bytesField(1, Buffer.concat([bytesField(1, item.cloudId), bytesField(2, item.json)]))),
  );
}

type Fields = ReturnType<typeof readFields>;

function bytesOf(fields: Fields, number: number): Buffer[] {
  return fields.flatMap((field) => (field.number === number && Buffer.isBuffer(field.value) ? [field.value] : []));
}

function textOf(fields: Fields, number: number): string {
  return bytesOf(fields, number)[0]?.toString() ?? '';
}

function pair(message: Buffer): OpenApiPair {
  const fields = readFields(message);
  return { key: textOf(fields, 1), value: bytesOf(fields, 2)[0] ?? Buffer.alloc(0), filename: textOf(fields, 4) };
}
