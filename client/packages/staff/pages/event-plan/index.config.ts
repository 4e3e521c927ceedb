export default definePageConfig({ navigationBarTitleText: '办一次活动' });
