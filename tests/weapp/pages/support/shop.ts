import path from 'node:path';
import { hashOf, makeRequestKey, residentId } from '../../../../cloudfunctions/kernel/ids';
import type { Wallet } from '../../../../cloudfunctions/kernel/wallet';
import type { Order } from '../../../../cloudfunctions/rooms/order';
import { type Localcloud, startLocalcloud } from '../../../../localcloud';
import {
  type BaseHighlights,
  COURIER,
  LOCAL_APPID,
  OSMANTHUS,
  SHOP,
  seedForTests,
  TEST_NOW_MS,
} from '../../../../tools/seed/base';
import { type LaunchOptions, launchWeapp, type Weapp } from '../../harness';

const FUNCTIONS = path.resolve(__dirname, '../../../../dist/cloudfunctions');

export interface Line {
  readonly skuId: string;
  readonly quantity: number;
  readonly selected?: boolean;
}

/** The embedded cloud with the shop's bundled functions on their first morning: 2026-11-22 10:24 in Shanghai. */
export class Shop {
  private readonly phones: Weapp[] = [];
  private taps = 0;

  private constructor(
    readonly cloud: Localcloud,
    readonly flyers: BaseHighlights['flyers'],
    readonly events: BaseHighlights['events'],
  ) {}

  static async open(): Promise<Shop> {
    const cloud = await startLocalcloud({
      functionsDir: FUNCTIONS,
      databaseFile: path.join(FUNCTIONS, 'database.json'),
      startAtMs: TEST_NOW_MS,
      workers: 1,
    });
    const { flyers, events } = await seedForTests(cloud);
    return new Shop(cloud, flyers, events);
  }

  /** A phone in this person's hand: what its pages call reaches the functions as WeChat would carry it. */
  async phone(openid: string, options: Partial<LaunchOptions> = {}): Promise<Weapp> {
    const call = (functionName: string, event: unknown) => this.cloud.invoke(functionName, event, { openid });
    const phone = await launchWeapp({ call, ...options });
    this.phones.push(phone);
    return phone;
  }

  closePhones(): void {
    for (const phone of this.phones.splice(0)) phone.close();
  }

  async close(): Promise<void> {
    this.closePhones();
    await this.cloud.stop();
  }

  // What happened before the page is opened: the same operations, without a page

  ask<T>(openid: string, operation: string, input: object = {}, requestKey?: string): Promise<T> {
    return this.at('resident', openid, operation, input, requestKey);
  }

  staff<T>(openid: string, operation: string, input: object = {}): Promise<T> {
    return this.at('staff', openid, operation, input);
  }

  /** Gives the person an address in 桂花里小区; its id. */
  async settleIn(openid: string): Promise<string> {
    await this.ask(openid, 'account.session');
    const home = { estateId: OSMANTHUS, building: '3 号楼', room: '1203' };
    const who = { contactName: '周女士', phone: '13800138001' };
    type Saved = { addresses: { addressId: string }[] };
    const { addresses } = await this.ask<Saved>(openid, 'account.saveAddress', { ...home, ...who });
    return addresses[0]?.addressId ?? '';
  }

  putInCart(openid: string, lines: readonly Line[]): Promise<unknown> {
    return this.ask(openid, 'order.saveCart', { lines });
  }

  /** One of each product of the shop that one tap can buy. */
  async everything(openid: string): Promise<Line[]> {
    type Found = { rows: { sku: { skuId: string } }[]; next: string | null };
    const first = await this.ask<Found>(openid, 'catalog.list');
    const rest = await this.ask<Found>(openid, 'catalog.list', { cursor: first.next });
    return [...first.rows, ...rest.rows].map(({ sku }) => ({ skuId: sku.skuId, quantity: 1 }));
  }

  /** An order of these lines, placed at its quote; `requestKey` where its id, which comes from it, matters. */
  async place(openid: string, lines: readonly Line[], addressId: string, requestKey?: string): Promise<string> {
    const asked = { lines, addressId };
    const { quote } = await this.ask<{ quote: { fingerprint: string } }>(openid, 'order.quote', asked);
    const placing = { ...asked, fingerprint: quote.fingerprint };
    const { orderId } = await this.ask<{ orderId: string }>(openid, 'order.place', placing, requestKey);
    return orderId;
  }

  /** At the cashier. */
  async pay(openid: string, orderId: string): Promise<void> {
    await this.ask(openid, 'order.pay', { orderId });
    await this.cloud.pay.pay(orderId);
  }

  /** From placed to delivered, by the cashier and the staff. */
  async deliver(openid: string, orderId: string): Promise<void> {
    await this.pay(openid, orderId);
    await this.staff(SHOP.openid, 'order.move', { orderId, to: 'picked' });
    for (const to of ['dispatched', 'delivered']) await this.staff(COURIER.openid, 'order.move', { orderId, to });
  }

  /** Asks for units of an order back as its preview says; the refund's number. */
  async giveBack(
    openid: string,
    orderId: string,
    units: { readonly [lineId: string]: number },
    reason: string,
  ): Promise<string> {
    const lines = Object.entries(units).map(([lineId, count]) => ({ lineId, units: count }));
    const asking = { orderId, lines, reason };
    const seeing = { ...asking, hasPictures: false };
    const { expected } = await this.ask<{ expected: string }>(openid, 'order.refundPreview', seeing);
    const asked = await this.ask<{ refundNumber: string }>(openid, 'order.askRefund', { ...asking, expected });
    return asked.refundNumber;
  }

  residentId(openid: string): string {
    return residentId(LOCAL_APPID, openid);
  }

  /** The person's wallet as it lies in the database. */
  wallet(openid: string): Wallet {
    const found = this.documents<Wallet>('wallets').find(({ _id }) => _id === this.residentId(openid));
    if (!found) throw new Error(`no wallet of ${openid}`);
    return found;
  }

  /** The person's orders, oldest first. */
  orders(openid: string): Order[] {
    const mine = this.documents<Order>('orders').filter((order) => order.residentId === this.residentId(openid));
    return mine.sort((a, b) => a.at - b.at);
  }

  documents<T>(collection: string): T[] {
    return this.cloud.store.dump(collection) as unknown as T[];
  }

  private async at<T>(
    door: 'resident' | 'staff',
    openid: string,
    operation: string,
    input: object,
    key?: string,
  ): Promise<T> {
    this.taps += 1;
    const random = Buffer.from(hashOf('tap', this.taps), 'hex');
    const requestKey = key ?? makeRequestKey(this.cloud.clock.nowMs(), random);
    const event = { operation, input, requestKey };
    const reply = (await this.cloud.invoke(door, event, { openid })) as { ok: boolean; data: T };
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`);
    return reply.data;
  }
}
