export default definePageConfig({ navigationBarTitleText: '退款和换货', enablePullDownRefresh: true });
