export default definePageConfig({
  navigationBarTitleText: '店里的单',
  enablePullDownRefresh: true,
});
