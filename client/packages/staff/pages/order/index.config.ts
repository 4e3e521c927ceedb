export default definePageConfig({ navigationBarTitleText: '开退款' });
