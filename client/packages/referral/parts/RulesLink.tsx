import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { open } from '@/services/navigate';
import { referralWords as words } from '@/text/areas/referral';

/** The way to all of the rules, beside a card's title. */
export function RulesLink() {
  return (
    <View className="ll-section__more" id="all-rules" onClick={() => open('referralRules')} {...a11y('link')}>
      {words.allRules}
      <Icon name="right" size={14} />
    </View>
  );
}
