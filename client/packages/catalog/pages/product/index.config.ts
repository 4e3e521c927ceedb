export default definePageConfig({
  navigationBarTitleText: '商品',
  navigationStyle: 'custom',
  enableShareAppMessage: true,
});
