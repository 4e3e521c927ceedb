export default definePageConfig({
  navigationBarTitleText: '请邻居来的规则',
});
