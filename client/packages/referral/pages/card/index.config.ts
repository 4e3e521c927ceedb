export default definePageConfig({
  navigationBarTitleText: '我的卡片',
  enableShareAppMessage: true,
});
