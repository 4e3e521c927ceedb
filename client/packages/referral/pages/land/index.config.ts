export default definePageConfig({
  navigationBarTitleText: '邻居的卡片',
  navigationStyle: 'custom',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
