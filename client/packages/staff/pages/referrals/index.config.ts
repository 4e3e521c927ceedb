export default definePageConfig({
  navigationBarTitleText: '请邻居来',
  enablePullDownRefresh: true,
});
