export default definePageConfig({ navigationBarTitleText: '小区群', enablePullDownRefresh: true });
