export default definePageConfig({ navigationBarTitleText: '我的退换', enablePullDownRefresh: true });
