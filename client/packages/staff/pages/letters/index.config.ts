export default definePageConfig({
  navigationBarTitleText: '没办成的事',
  enablePullDownRefresh: true,
});
