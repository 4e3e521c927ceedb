export default definePageConfig({
  navigationBarTitleText: '奖品交接',
  enablePullDownRefresh: true,
});
