export default definePageConfig({
  navigationBarTitleText: '传单和链接',
});
