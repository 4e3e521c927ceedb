const tabs = [
  { page: 'home', icon: 'home', text: '首页' },
  { page: 'shop', icon: 'category', text: '分类' },
  { page: 'coupon', icon: 'coupon', text: '领券' },
  { page: 'cart', icon: 'cart', text: '购物车' },
  { page: 'me', icon: 'me', text: '我的' },
];

const inWechat = process.env.TARO_ENV === 'weapp';

// All parts on one page, for the eye: `LINLI_GALLERY=1`, browser only.
const gallery = process.env.LINLI_GALLERY === '1' && !inWechat ? ['gallery/index'] : [];

// WeChat reads names that begin with @ from theme.json and follows the phone's dark mode; the browser build draws its
// own frame from the theme's tokens (theme/h5.scss) and has no use for them.
const icon = (name: string, state: 'on' | 'off') =>
  inWechat ? `@${name}${state === 'on' ? 'On' : 'Off'}` : `assets/tabbar/${name}-${state}.png`;
const colour = (name: string, light: string) => (inWechat ? `@${name}` : light);

export default defineAppConfig({
  pages: [...tabs.map((tab) => `pages/${tab.page}/index`), ...gallery],
  subPackages: [
    {
      root: 'packages/catalog',
      name: 'catalog',
      pages: ['pages/product/index', 'pages/bundle/index', 'pages/search/index'],
    },
    {
      root: 'packages/order',
      name: 'order',
      pages: [
        'pages/checkout/index',
        'pages/paid/index',
        'pages/list/index',
        'pages/detail/index',
        'pages/aftersales/index',
        'pages/refund/index',
        'pages/refunds/index',
        'pages/addresses/index',
        'pages/address/index',
      ],
    },
    { root: 'packages/coupon', name: 'coupon', pages: ['pages/mine/index'] },
    {
      root: 'packages/draw',
      name: 'draw',
      pages: ['pages/wheel/index', 'pages/prizes/index', 'pages/spins/index', 'pages/winners/index'],
    },
    { root: 'packages/reward', name: 'reward', pages: ['pages/money/index'] },
    { root: 'packages/group', name: 'group', pages: ['pages/entry/index'] },
    { root: 'packages/event', name: 'event', pages: ['pages/event/index'] },
    { root: 'packages/loyalty', name: 'loyalty', pages: ['pages/points/index'] },
    { root: 'packages/outreach', name: 'outreach', pages: ['pages/land/index', 'pages/estate/index'] },
    {
      root: 'packages/referral',
      name: 'referral',
      pages: ['pages/land/index', 'pages/mine/index', 'pages/poster/index', 'pages/card/index', 'pages/rules/index'],
    },
    {
      root: 'packages/staff',
      name: 'staff',
      pages: [
        'pages/board/index',
        'pages/refunds/index',
        'pages/order/index',
        'pages/flyer/index',
        'pages/batches/index',
        'pages/funnel/index',
        'pages/groups/index',
        'pages/events/index',
        'pages/event/index',
        'pages/event-plan/index',
        'pages/check-in/index',
        'pages/handover/index',
        'pages/draws/index',
        'pages/referrals/index',
        'pages/payouts/index',
        'pages/letters/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['catalog'] },
    'pages/shop/index': { network: 'all', packages: ['catalog'] },
    'pages/cart/index': { network: 'all', packages: ['order'] },
    'pages/coupon/index': { network: 'wifi', packages: ['coupon'] },
    'pages/me/index': { network: 'wifi', packages: ['order', 'draw'] },
  },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '邻礼',
    navigationBarBackgroundColor: colour('ground', '#fff8f1'),
    navigationBarTextStyle: colour('text', 'black') as 'black',
    backgroundColor: colour('ground', '#fff8f1'),
    backgroundTextStyle: colour('loading', 'dark') as 'dark',
  },
  tabBar: {
    color: colour('tabInk', '#75665c'),
    selectedColor: colour('tabOn', '#c8380f'),
    backgroundColor: colour('card', '#ffffff'),
    borderStyle: colour('tabBorder', 'white') as 'white',
    list: tabs.map((tab) => ({
      pagePath: `pages/${tab.page}/index`,
      text: tab.text,
      iconPath: icon(tab.icon, 'off'),
      selectedIconPath: icon(tab.icon, 'on'),
    })),
  },
  ...(inWechat ? { darkmode: true, themeLocation: 'theme.json', __usePrivacyCheck__: true } : {}),
  lazyCodeLoading: 'requiredComponents',
});
