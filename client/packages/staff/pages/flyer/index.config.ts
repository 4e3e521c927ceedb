export default definePageConfig({
  navigationBarTitleText: '传单',
});
