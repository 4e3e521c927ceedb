export default definePageConfig({
  navigationBarTitleText: '填地址',
});
