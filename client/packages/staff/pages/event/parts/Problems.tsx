import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { staffEventWords } from '@/text/areas/staff-events';

/** What keeps the event from being published, each in words. */
export function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <View className="ll-card" id="problems">
      {problems.map((problem) => (
        <View className="ll-flex ll-danger ll-mb-8" key={problem} data-problem={problem}>
          <Icon name="warn" size={16} />
          <View className="ll-grow ll-ml-8">{staffEventWords.problems[problem] ?? problem}</View>
        </View>
      ))}
    </View>
  );
}
