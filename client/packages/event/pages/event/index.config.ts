export default definePageConfig({
  navigationBarTitleText: '小区活动',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
