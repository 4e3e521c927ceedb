import type { LocalClock } from '../clock';
import type { Invocation, InvocationJournal } from '../functions/journal';
import { CallRefusal } from '../gateway/call';
import { type Exchange, readBody, sendJson } from '../gateway/http';
import type { Person } from '../gateway/people';
import type { WechatDesk } from '../openapi/desk';
import type { PayPlatform } from '../pay';
import { PayRefusal } from '../pay/reply';
import { INTERNAL_PREFIX } from '../records';
import type { Timers } from '../timers';
import { FREE_PLAN, type Traffic } from '../wire/traffic';

const MAX_BODY_BYTES = 4_096;
const PAGE_SIZE = 20;
const SHOWN_INVOCATIONS = 100;
const SHOWN_PAYMENTS = 100;

/** What the inspector reads of the database. */
export interface CollectionReader {
  collections(): string[];
  countNow(collection: string, query?: object): number;
  findNow(collection: string, query?: object, options?: { order?: object; skip?: number; limit?: number }): object[];
}

export interface InvocationCost {
  requests: number;
  sequential: number;
  writes: number;
}

export interface InspectorParts {
  people: readonly Person[];
  clock: LocalClock;
  desk: WechatDesk;
  pay: PayPlatform;
  store: CollectionReader;
  journal: InvocationJournal;
  timers: Timers;
  traffic: Traffic;
  /** Database requests of an invocation, when they were counted. */
  costOf(invocationId: string): InvocationCost | undefined;
  fireTimers(): Promise<void>;
}

type Route = (parts: InspectorParts, exchange: Exchange) => unknown;

const ROUTES: Readonly<Record<string, Route>> = {
  'GET overview': ({ people, clock, timers, traffic }) => ({
    people,
    clock: clockView(clock),
    timers: timers.plan(),
    traffic: trafficView(traffic),
  }),
  'GET messages': ({ desk }) => ({ messages: desk.messages(), codes: desk.codes() }),
  'GET payments': ({ pay }) => ({ payments: pay.list(SHOWN_PAYMENTS) }),
  'GET collections': ({ store }) => ({ collections: collections(store) }),
  'GET documents': documents,
  'GET invocations': ({ journal, costOf }) => ({
    invocations: journal
      .recent(SHOWN_INVOCATIONS)
      .map((invocation) => ({ ...invocation, cost: costOf(invocation.id) })),
  }),
  'POST clock': moveClock,
  'POST timers': async ({ fireTimers }) => fireTimers().then(() => ({})),
  'POST pay': async ({ pay }, exchange) => pay.pay(await outTradeNo(exchange)).then(() => ({})),
  'POST callback': async ({ pay }, exchange) => pay.sendCallback(await outTradeNo(exchange)).then(() => ({})),
};

/** /inspector/api/*: JSON for the page. */
export async function handleInspectorApi(parts: InspectorParts, exchange: Exchange): Promise<void> {
  const key = `${exchange.method} ${exchange.url.pathname.slice('/inspector/api/'.length)}`;
  const route = Object.hasOwn(ROUTES, key) ? ROUTES[key] : undefined;
  if (route === undefined) throw new CallRefusal(404, -1, `no such inspector call: ${key}`);
  try {
    sendJson(exchange.response, 200, await route(parts, exchange));
  } catch (error) {
    if (error instanceof RangeError) throw new CallRefusal(400, -1, error.message);
    if (error instanceof PayRefusal) throw new CallRefusal(409, -1, error.description);
    throw error;
  }
}

function clockView(clock: LocalClock): { nowMs: number; offsetMs: number } {
  return { nowMs: clock.nowMs(), offsetMs: clock.offsetMs() };
}

function trafficView({ requests, peakPerSecond, peakAtOnce, overFreePlan }: Traffic): Record<string, unknown> {
  return { requests, peakPerSecond, peakAtOnce, overFreePlan, freePlan: FREE_PLAN };
}

function collections(store: CollectionReader): { name: string; count: number }[] {
  return shownCollections(store).map((name) => ({ name, count: store.countNow(name) }));
}

/** The project's; what the local cloud keeps for itself has tabs of its own. */
function shownCollections(store: CollectionReader): string[] {
  return store
    .collections()
    .filter((name) => !name.startsWith(INTERNAL_PREFIX))
    .sort();
}

function documents({ store }: InspectorParts, { url }: Exchange): unknown {
  const name = url.searchParams.get('collection') ?? '';
  const page = Math.max(0, Math.trunc(Number(url.searchParams.get('page') ?? '0')) || 0);
  const id = url.searchParams.get('id') ?? '';
  if (!shownCollections(store).includes(name)) throw new CallRefusal(404, -1, `no collection ${name}`);
  const query = id === '' ? {} : { _id: id };
  const options = { order: { _id: 1 }, skip: page * PAGE_SIZE, limit: PAGE_SIZE };
  return {
    total: store.countNow(name, query),
    pageSize: PAGE_SIZE,
    page,
    documents: store.findNow(name, query, options),
  };
}

/** `{"advanceMs": n}` or `{"toMs": epoch ms}`; forward only. */
async function moveClock({ clock }: InspectorParts, exchange: Exchange): Promise<unknown> {
  const { advanceMs, toMs } = await readJson(exchange);
  if (typeof advanceMs === 'number') clock.advance(advanceMs);
  else clock.moveTo(Number(toMs));
  return clockView(clock);
}

async function outTradeNo(exchange: Exchange): Promise<string> {
  return String((await readJson(exchange)).outTradeNo);
}

async function readJson({ request }: Exchange): Promise<Record<string, unknown>> {
  const text = (await readBody(request, MAX_BODY_BYTES)).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export type InspectedInvocation = Invocation & { cost?: InvocationCost };
