export default definePageConfig({
  navigationBarTitleText: '抽中的邻居',
  enablePullDownRefresh: true,
});
