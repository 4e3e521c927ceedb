import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { type Step, Steps } from '@/components/Steps';
import { open } from '@/services/navigate';

export interface AfterSalesCardProps {
  id: string;
  /** Of the page that shows all of it. */
  query: Readonly<Record<string, string>>;
  title: string;
  goods: string;
  /** Beside the arrow: the money that comes back. */
  amount?: ReactNode;
  steps: readonly Step[];
  note: string;
}

/** A refund or an exchange of the order: how far it is, and the way to all of it. */
export function AfterSalesCard({ id, query, title, goods, amount, steps, note }: AfterSalesCardProps) {
  return (
    <Card onTap={() => open('refund', query)} id={id}>
      <View className="ll-spread ll-spread--top">
        <View className="ll-grow">
          <View className="ll-t3">{title}</View>
          <View className="ll-cap ll-mt-2">{goods}</View>
        </View>
        <View className="ll-flex ll-ml-12">
          {amount}
          <Icon name="right" size={16} className="ll-ink-3 ll-ml-4" />
        </View>
      </View>
      <Steps steps={steps} />
      <View className="ll-note ll-mt-8">{note}</View>
    </Card>
  );
}
