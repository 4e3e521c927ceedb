export default definePageConfig({
  navigationBarTitleText: '验证我的抽奖',
  enablePullDownRefresh: true,
});
