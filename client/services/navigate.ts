import Taro from '@tarojs/taro';

const tabPages = ['home', 'shop', 'coupon', 'cart', 'me'] as const;
export type TabPage = (typeof tabPages)[number];

/** Every page outside the tab bar, and where it lies. A page's line here is what lets others lead to it. */
const routes = {
  product: '/packages/catalog/pages/product/index',
  bundle: '/packages/catalog/pages/bundle/index',
  search: '/packages/catalog/pages/search/index',
  checkout: '/packages/order/pages/checkout/index',
  paid: '/packages/order/pages/paid/index',
  orders: '/packages/order/pages/list/index',
  order: '/packages/order/pages/detail/index',
  aftersales: '/packages/order/pages/aftersales/index',
  refund: '/packages/order/pages/refund/index',
  refunds: '/packages/order/pages/refunds/index',
  addresses: '/packages/order/pages/addresses/index',
  address: '/packages/order/pages/address/index',
  myCoupons: '/packages/coupon/pages/mine/index',
  wheel: '/packages/draw/pages/wheel/index',
  prizes: '/packages/draw/pages/prizes/index',
  spins: '/packages/draw/pages/spins/index',
  winners: '/packages/draw/pages/winners/index',
  points: '/packages/loyalty/pages/points/index',
  money: '/packages/reward/pages/money/index',
  group: '/packages/group/pages/entry/index',
  event: '/packages/event/pages/event/index',
  land: '/packages/outreach/pages/land/index',
  estate: '/packages/outreach/pages/estate/index',
  card: '/packages/referral/pages/land/index',
  referral: '/packages/referral/pages/mine/index',
  poster: '/packages/referral/pages/poster/index',
  myCard: '/packages/referral/pages/card/index',
  referralRules: '/packages/referral/pages/rules/index',
  staffBoard: '/packages/staff/pages/board/index',
  staffRefunds: '/packages/staff/pages/refunds/index',
  staffOrder: '/packages/staff/pages/order/index',
  staffPrizes: '/packages/staff/pages/handover/index',
  staffDraws: '/packages/staff/pages/draws/index',
  staffGroups: '/packages/staff/pages/groups/index',
  staffEvents: '/packages/staff/pages/events/index',
  staffEvent: '/packages/staff/pages/event/index',
  staffEventPlan: '/packages/staff/pages/event-plan/index',
  staffCheckIn: '/packages/staff/pages/check-in/index',
  staffFlyer: '/packages/staff/pages/flyer/index',
  staffBatches: '/packages/staff/pages/batches/index',
  staffFunnel: '/packages/staff/pages/funnel/index',
  staffReferrals: '/packages/staff/pages/referrals/index',
  staffPayouts: '/packages/staff/pages/payouts/index',
  staffLetters: '/packages/staff/pages/letters/index',
} as const;
export type Route = keyof typeof routes;

/** Address of a page with its query: `urlOf('order', { id })`. Values that are undefined are left out. */
export function urlOf(route: Route, query: Record<string, string | number | undefined> = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length > 0 ? `${routes[route]}?${pairs.join('&')}` : routes[route];
}

/** Opens a page over this one. WeChat keeps 10 pages open at most; beyond that this one gives way. */
export function open(route: Route, query?: Record<string, string | number | undefined>): void {
  const url = urlOf(route, query);
  const mostPages = 10;
  if (Taro.getCurrentPages().length >= mostPages) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** Opens a page in place of this one, so that "back" does not lead to a finished step. */
export function replace(route: Route, query?: Record<string, string | number | undefined>): void {
  void Taro.redirectTo({ url: urlOf(route, query) });
}

/** Goes to a tab. */
export function openTab(tab: TabPage): void {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
}

/** One page back; from a page that was entered directly (a code, a card, a link) home is what lies behind. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('home');
}
