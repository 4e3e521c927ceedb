export default definePageConfig({
  navigationBarTitleText: '谁带来的邻居',
});
