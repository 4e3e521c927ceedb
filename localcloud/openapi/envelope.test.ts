import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OpenApiArgs } from './args';
import { decodeCloudIds, decodeCommApiData, encodeCommOpenApiResp, encodeOpenData } from './envelope';
import { fieldsOf, parseMultipart } from './multipart';
import { bytesField, readFields, varintField } from './protobuf';

const pair = (key: string, value: string | Buffer, filename = '') =>
  bytesField(
    1,
    Buffer.concat([bytesField(1, key), bytesField(2, value), ...(filename ? [bytesField(4, filename)] : [])]),
  );
const openapi = (...pairs: Buffer[]) => Buffer.concat([varintField(1, 0), bytesField(2, Buffer.concat(pairs))]);

describe('CommApiData', () => {
  it('holds the parameters as JSON text, and media as bytes', () => {
    const request = decodeCommApiData(
      openapi(
        pair('scene', '"a=1"'),
        pair('width', '280'),
        pair('check_path', 'false'),
        pair('media', Buffer.from([1, 2]), 'a.png'),
      ),
    );
    if (request.kind !== 'openapi') throw new Error(request.kind);
    const args = new OpenApiArgs(request.pairs);
    expect([args.text('scene'), args.get('width'), args.get('check_path'), args.get('nothing')]).toEqual([
      'a=1',
      280,
      false,
      undefined,
    ]);
    expect(args.media('media')).toEqual({ bytes: Buffer.from([1, 2]), filename: 'a.png' });
    expect(args.media('scene')).toBeUndefined();
  });

  it('without a type or parameters is an open API call without parameters', () => {
    expect(decodeCommApiData(Buffer.alloc(0))).toEqual({ kind: 'openapi', pairs: [] });
  });

  it('of type 2 names the service and carries its request', () => {
    const ids = Buffer.concat([bytesField(2, 'cid1'), bytesField(2, 'cid2')]);
    const svrkit = Buffer.concat([bytesField(1, 'ApiGetOpenDataByCloudId'), bytesField(2, ids)]);
    const request = decodeCommApiData(Buffer.concat([varintField(1, 2), bytesField(4, svrkit)]));
    expect(request).toEqual({ kind: 'svrkit', apiName: 'ApiGetOpenDataByCloudId', reqData: ids });
    expect(decodeCloudIds(ids)).toEqual(['cid1', 'cid2']);
  });

  it('of another type is named by it', () => {
    expect(decodeCommApiData(varintField(1, 3))).toEqual({ kind: 'other', apiType: 3 });
  });
});

describe('CommOpenApiResp', () => {
  it('leaves errorCode out when all is well', () => {
    const fields = readFields(
      encodeCommOpenApiResp({ respData: Buffer.from('{}'), contentType: 'application/json', errorCode: 0 }),
    );
    expect(fields.map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  it('carries a negative errorCode as a 64-bit varint', () => {
    const fields = readFields(
      encodeCommOpenApiResp({ respData: Buffer.alloc(0), contentType: '', errorCode: -604101 }),
    );
    expect(fields.find(({ number }) => number === 3)?.value).toBe(-604101);
  });

  it('lists opened data by cloudID', () => {
    const [item] = readFields(encodeOpenData([{ cloudId: 'c', json: '{"a":1}' }]));
    expect(readFields(item?.value as Buffer)).toEqual([
      { number: 1, value: Buffer.from('c') },
      { number: 2, value: Buffer.from('{"a":1}') },
    ]);
  });
});

interface Captured {
  headers: Record<string, string>;
  body: { __raw?: string };
}

describe.each(['3.0.4', '4.0.2'])('forms captured from wx-server-sdk %s', (version) => {
  const file = path.join(__dirname, '../../tests/golden', `wx-server-sdk-${version}-requests.jsonl`);
  const forms = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('multipart/form-data') && line.includes('apiName'))
    .map((line) => JSON.parse(line) as Captured)
    .map(({ headers, body }) => fieldsOf(parseMultipart(Buffer.from(body.__raw ?? ''), headers['content-type'] ?? '')));
  const form = (apiName: string) => forms.find((fields) => fields.get('apiName')?.data.toString() === apiName);
  const paramsOf = (apiName: string): OpenApiArgs => {
    const request = decodeCommApiData(form(apiName)?.get('requestData')?.data ?? Buffer.alloc(0));
    if (request.kind !== 'openapi') throw new Error(request.kind);
    return new OpenApiArgs(request.pairs);
  };

  it('carry an action, an API and the invocation', () => {
    expect(forms.length).toBeGreaterThanOrEqual(5);
    for (const fields of forms) {
      expect(fields.get('action')?.data.toString()).toMatch(/^wx\.(openApi|wxPayApi)$/);
      expect(fields.get('wxCloudApiToken')?.data.toString()).toBe('tok');
    }
  });

  it('give getUnlimited its parameters in snake_case', () => {
    const args = paramsOf('wxacode.getUnlimited');
    expect([args.text('scene'), args.text('page'), args.get('width'), args.get('check_path')]).toEqual([
      'a=1',
      'pages/index/index',
      280,
      false,
    ]);
  });

  it('give subscribeMessage.send and msgSecCheck theirs', () => {
    expect(paramsOf('subscribeMessage.send').get('data')).toEqual({ thing1: { value: 'x' } });
    expect(paramsOf('security.msgSecCheck').get('scene')).toBe(1);
  });

  it('give imgSecCheck a picture', () => {
    expect(paramsOf('security.imgSecCheck').media('media')).toEqual({
      bytes: Buffer.from([1, 2, 3]),
      filename: 'media.png',
    });
  });

  it('give getOpenData its cloudIDs', () => {
    const request = decodeCommApiData(form('ApiGetOpenDataByCloudId')?.get('requestData')?.data ?? Buffer.alloc(0));
    expect(request.kind === 'svrkit' && decodeCloudIds(request.reqData)).toEqual(['cid']);
  });

  it('give cloudPay JSON in snake_case', () => {
    const order = JSON.parse(form('unifiedOrder')?.get('requestData')?.data.toString() ?? '{}') as Record<
      string,
      unknown
    >;
    expect(order).toMatchObject({ out_trade_no: '1', sub_mch_id: expect.any(String), total_fee: 1 });
  });
});
