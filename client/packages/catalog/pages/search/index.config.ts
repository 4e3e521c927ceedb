export default definePageConfig({ navigationBarTitleText: '找东西', navigationStyle: 'custom' });
