import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Stall } from '@/components/Stall';
import { troubleOf } from '@/text/trouble';
import './index.scss';

export interface EmptyProps {
  /** On the stall: 'basket', 'gift' … */
  picture?: string;
  /** What is so: 「篮子还空着」. */
  title: string;
  note?: string;
  /** One next step that leads to value. */
  actionText?: string;
  onAction?: () => void;
  children?: ReactNode;
}

export function Empty({ picture = 'basket', title, note, actionText, onAction, children }: EmptyProps) {
  return (
    <View>
      <View className="ll-state ll-state--empty">
        <Stall narrow height={96} goods={[{ picture, sizePx: 76 }]} />
        <View className="ll-t2 ll-mt-20">{title}</View>
        {note && <View className="ll-note ll-mt-4">{note}</View>}
        {actionText && (
          <View className="ll-state__action">
            <Button size="big" block onTap={onAction} id="empty-action">
              {actionText}
            </Button>
          </View>
        )}
      </View>
      {children}
    </View>
  );
}

export interface FailureProps {
  error: unknown;
  /** What did not happen, in the words of this page: 「退款照常在走。」 */
  kept?: string | undefined;
  onRetry: () => void;
  retrying?: boolean;
  /** A way out: 「先回购物车」. */
  exitText?: string;
  onExit?: () => void;
}

/** What happened, what did not happen, retry, a way out, and a code for support. */
export function Failure({ error, kept, onRetry, retrying, exitText, onExit }: FailureProps) {
  const trouble = troubleOf(error, kept);
  return (
    <View className="ll-state ll-state--failure" id="failure">
      <View className="ll-state__disc">
        <Icon name={trouble.offline ? 'wifi' : 'warn'} size={40} />
      </View>
      <View className="ll-t2 ll-mt-20">{trouble.title}</View>
      <View className="ll-note ll-mt-4">{trouble.note}</View>
      <View className="ll-state__action">
        <Button size="big" block onTap={onRetry} busy={retrying} id="retry">
          {trouble.retry}
        </Button>
      </View>
      {exitText && (
        <View className="ll-link" onClick={onExit}>
          {exitText}
        </View>
      )}
      <View className="ll-cap ll-state__code">{trouble.support}</View>
    </View>
  );
}
