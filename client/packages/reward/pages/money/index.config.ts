export default definePageConfig({
  navigationBarTitleText: '收到的奖金',
  enablePullDownRefresh: true,
});
