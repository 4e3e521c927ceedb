import fc from 'fast-check';
import { bytesField, readFields, varintField, writeVarint } from './protobuf';

describe('protobuf', () => {
  it.each([
    [0, '00'],
    [127, '7f'],
    [128, '8001'],
    [300, 'ac02'],
    [2 ** 31, '8080808008'],
    [-604101, 'bb90dbffffffffffff01'],
  ])('writes %i as %s', (value, hex) => {
    expect(writeVarint(value).toString('hex')).toBe(hex);
  });

  it('reads back what it wrote', () => {
    const field = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: -(2 ** 31), max: 2 ** 32 })),
      fc.tuple(
        fc.integer({ min: 1, max: 500 }),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      ),
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const written = fields.map(([number, value]) =>
          typeof value === 'number' ? varintField(number, value) : bytesField(number, value),
        );
        expect(readFields(Buffer.concat(written))).toEqual(fields.map(([number, value]) => ({ number, value })));
      }),
    );
  });

  it('reads fixed fields as bytes', () => {
    expect(readFields(Buffer.from([0x0d, 1, 2, 3, 4]))).toEqual([{ number: 1, value: Buffer.from([1, 2, 3, 4]) }]);
    expect(readFields(Buffer.from([0x09, 1, 2, 3, 4, 5, 6, 7, 8]))[0]?.value).toHaveLength(8);
  });

  it.each([
    ['0a05aa', 'truncated field'],
    ['08ff', 'truncated varint'],
    ['08ffffffffffffffffffff01', 'longer than 10 bytes'],
    ['0b', 'wire type 3'],
    ['0d0102', 'truncated field'],
  ])('refuses %s: %s', (hex, why) => {
    expect(() => readFields(Buffer.from(hex, 'hex'))).toThrow(why);
  });
});
