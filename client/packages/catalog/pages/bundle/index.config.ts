export default definePageConfig({
  navigationBarTitleText: '套餐',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
