/** The little of Protocol Buffers that WeChat's open API envelope needs: varints and length-delimited fields. */
export interface ProtoField {
  number: number;
  value: number | Buffer;
}

const WIRE_VARINT = 0;
const WIRE_FIXED64 = 1;
const WIRE_BYTES = 2;
const WIRE_FIXED32 = 5;

/** @throws Error on a truncated message or an unknown wire type. */
export function readFields(message: Buffer): ProtoField[] {
  const fields: ProtoField[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new Error('protobuf: truncated varint');
      value |= BigInt(byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return Number(BigInt.asIntN(64, value));
    }
    throw new Error('protobuf: varint longer than 10 bytes');
  };
  const bytes = (length: number): Buffer => {
    if (length < 0 || at + length > message.length) throw new Error('protobuf: truncated field');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = tag >>> 3;
    const wire = tag & 7;
    if (wire === WIRE_VARINT) fields.push({ number, value: varint() });
    else if (wire === WIRE_BYTES) fields.push({ number, value: bytes(varint()) });
    else if (wire === WIRE_FIXED64) fields.push({ number, value: bytes(8) });
    else if (wire === WIRE_FIXED32) fields.push({ number, value: bytes(4) });
    else throw new Error(`protobuf: unknown wire type ${wire}`);
  }
  return fields;
}

export function writeVarint(value: number): Buffer {
  const out: number[] = [];
  // A negative int32 travels as its 64-bit two's complement.
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    out.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(out);
}

export function bytesField(number: number, value: Buffer | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([writeVarint((number << 3) | WIRE_BYTES), writeVarint(bytes.length), bytes]);
}

export function varintField(number: number, value: number): Buffer {
  return Buffer.concat([writeVarint((number << 3) | WIRE_VARINT), writeVarint(value)]);
}
