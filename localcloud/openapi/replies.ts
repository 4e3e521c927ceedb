/** What an open API call answers: JSON with an errcode, or a file. */
export type OpenApiReply =
  | { kind: 'json'; body: Record<string, unknown> }
  | { kind: 'file'; contentType: string; bytes: Buffer };

export function ok(body: Record<string, unknown> = {}): OpenApiReply {
  return { kind: 'json', body: { errcode: 0, errmsg: 'ok', ...body } };
}

/** Codes are WeChat's global return codes. */
export function refused(errcode: number, errmsg: string): OpenApiReply {
  return { kind: 'json', body: { errcode, errmsg } };
}
