import { OpenApiArgs } from './args';
import { decodeCloudIds, decodeCommApiData, encodeCommOpenApiResp, encodeOpenData } from './envelope';
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
