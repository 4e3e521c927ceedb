export default definePageConfig({
  navigationBarTitleText: '邻礼',
  navigationStyle: 'custom',
});
