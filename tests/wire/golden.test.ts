import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Faults } from '../../localcloud/faults';
import { Meter } from '../../localcloud/meter';
import { openStore, type Store } from '../../localcloud/store/store';
import { Admin } from '../../localcloud/wire/admin';

const golden = (name: string): string => readFileSync(path.join(__dirname, '../golden', name), 'utf8');
type Json = Record<string, unknown>;

async function send(admin: Admin, body: Json): Promise<Json> {
  const answer = await admin.handle(Buffer.from(JSON.stringify(body)), { 'content-type': 'application/json' });
  if (answer.kind === 'silence') throw new Error('no answer');
  expect(answer.contentType).toBe('application/json; charset=utf-8');
  return JSON.parse(String(answer.body)) as Json;
}

function anAdmin(): { admin: Admin; store: Store } {
  const store = openStore({ clock: Date.now });
  return { store, admin: new Admin({ store, faults: new Faults(), meter: new Meter() }) };
}

/** The keys of an answer, through `data` and with lists shown as such: what the SDK reads it by. */
function shapeOf(answer: Json): Json {
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => {
      if (key === 'data' || (typeof value === 'object' && value !== null && !Array.isArray(value)))
        return [key, shapeOf(value as Json)];
      return [key, Array.isArray(value) ? 'list' : typeof value];
    }),
  );
}

test('each captured conversation gets its captured answer', async () => {
  const { admin, store } = anAdmin();
  admin.registerAction('functions.invokeFunction', () => ({ data: { response_data: '{"ok":true,"echo":{"a":1}}' } }));
  const pairs = JSON.parse(golden('wx-server-sdk-pairs.json')) as { q: Json; a: Json }[];
  const transactions = new Map<unknown, unknown>();
  for (const { q, a } of pairs) {
    const answer = await send(admin, {
      ...q,
      ...(q.transactionId ? { transactionId: transactions.get(q.transactionId) } : {}),
    });
    if (a.transactionId) transactions.set(a.transactionId, answer.transactionId);
    expect({ q, shape: shapeOf(answer) }).toEqual({ q, shape: shapeOf(a) });
    if (a.code)
      expect({ code: answer.code, message: messageKind(answer) }).toEqual({ code: a.code, message: messageKind(a) });
    else expect({ q, data: comparable(answer) }).toEqual({ q, data: comparable(a) });
  }
  await store.close();
});

/** The type of a value is named better here than in the capture, which called an array an object. */
const messageKind = ({ message }: Json): string =>
  String(message).replace(/non-numeric type \w+/, 'non-numeric type T');

/** Answers without what differs each time; documents parsed, since the order of their fields does not count. */
function comparable({ requestId: _, transactionId: __, ...rest }: Json): Json {
  const data = rest.data as { list?: string[] } | undefined;
  if (!data?.list) return rest;
  const list = data.list.map((text) => {
    const { by: ___, ...doc } = JSON.parse(text) as Json;
    return doc;
  });
  return { ...rest, data: { ...data, list } };
}

describe.each(['4.0.2', '3.0.4'])('requests captured from wx-server-sdk %s', (version) => {
  const requests = golden(`wx-server-sdk-${version}-requests.jsonl`)
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { body: Json }).body)
    .filter((body) => String(body.action ?? '').startsWith('database.'));

  /** What the answer to each action holds when it succeeds (platform-protocol, section 3). */
  const SHAPES: Record<string, Json> = {
    'database.addCollection': {},
    'database.insertDocument': { data: { insertedIds: 'list' } },
    'database.getDocument': { data: { list: 'list' } },
    'database.calculateDocument': { data: { total: 'number' } },
    'database.modifyDocument': { data: { updated: 'number' } },
    'database.removeDocument': { data: { deleted: 'number' } },
    'database.aggregateDocuments': { data: { list: 'list' } },
    'database.startTransaction': { transactionId: 'string' },
    'database.commitTransaction': {},
    'database.abortTransaction': {},
  };

  /** What the lint must say to those that the SDK garbled or that the real cloud refuses; by what their text holds. */
  const REFUSED: [RegExp, RegExp][] = [
    [/"type\\":\\"Buffer\\"/, /loses Buffer values/],
    [/\\"each\\":/, /addToSet\(\{each\}\)/],
    [/projection.*\\"1\\"\}.*\\"0\\"/, /exclusion and inclusion/],
    [/"queryType":"WHERE","transactionId"/, /where\(\) inside it is not supported/],
  ];

  test(`all ${requests.length} are read and answered in the captured shape, or refused for the reason known`, async () => {
    const { admin, store } = anAdmin();
    const geo = { indexes: [{ name: 'loc', fields: [{ name: 'loc', order: '2dsphere' as const }] }] };
    store.declare({ collections: { c: geo, o: {} } });
    expect(requests.length).toBeGreaterThan(35);
    const seen = new Set<string>();
    let transactionId: unknown;
    for (const body of requests) {
      const action = String(body.action);
      if (body.transactionId)
        transactionId ??= (await send(admin, { action: 'database.startTransaction' })).transactionId;
      const answer = await send(admin, { ...body, ...(body.transactionId ? { transactionId } : {}) });
      if (answer.code || /commit|abort/.test(action)) transactionId = undefined;
      expect(answer.requestId).toEqual(expect.any(String));
      const refusal = REFUSED.find(([text]) => text.test(JSON.stringify(body)));
      if (refusal) {
        expect({ body, message: String(answer.message) }).toEqual({ body, message: expect.stringMatching(refusal[1]) });
      } else {
        expect({ body, answer: answer.message, shape: shapeOf(answer) }).toEqual({
          body,
          answer: undefined,
          shape: expect.objectContaining(SHAPES[action] && nested(SHAPES[action])),
        });
        seen.add(action);
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(SHAPES).sort());
    await store.close();
  });

  const nested = (shape: Json): Json =>
    Object.fromEntries(
      Object.entries(shape).map(([key, value]) => [
        key,
        typeof value === 'object' ? expect.objectContaining(value as Json) : value,
      ]),
    );
});
