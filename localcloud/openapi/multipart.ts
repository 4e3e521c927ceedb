/** One part of a multipart/form-data body. */
export interface FormPart {
  name: string;
  filename?: string;
  contentType?: string;
  data: Buffer;
}

const CRLF = '\r\n';

/** @throws Error when the header names no boundary or a part is cut short. */
export function parseMultipart(body: Buffer, contentType: string): FormPart[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const marker = boundary?.[1] ?? boundary?.[2]?.trim();
  if (marker === undefined) throw new Error('multipart: no boundary');
  const delimiter = Buffer.from(`--${marker}`);
  const parts: FormPart[] = [];
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    if (body.subarray(start, start + 2).toString() === '--') return parts;
    const headEnd = body.indexOf(CRLF + CRLF, start);
    const end = body.indexOf(Buffer.concat([Buffer.from(CRLF), delimiter]), headEnd + CRLF.length);
    if (headEnd < 0 || end < 0) throw new Error('multipart: truncated part');
    parts.push(part(body.subarray(start, headEnd).toString(), body.subarray(headEnd + 4, Math.max(end, headEnd + 4))));
    at = end + CRLF.length;
  }
  throw new Error('multipart: no end');
}

function part(head: string, data: Buffer): FormPart {
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) throw new Error('multipart: a part without a name');
  const filename = /filename="([^"]*)"/i.exec(head)?.[1];
  const contentType = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim();
  return {
    name,
    data,
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

/** Values of the parts by name; of parts with the same name the last. */
export function fieldsOf(parts: readonly FormPart[]): Map<string, FormPart> {
  return new Map(parts.map((entry) => [entry.name, entry]));
}
