export default definePageConfig({
  navigationBarTitleText: '奖金发放',
  enablePullDownRefresh: true,
});
