import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Failure, type FailureProps } from '@/components/StateView';
import type { Load } from '@/hooks/useLoad';
import { words } from '@/text';
import { troubleOf } from '@/text/trouble';
import './index.scss';

export interface AsyncViewProps<T> extends Pick<FailureProps, 'kept' | 'exitText' | 'onExit'> {
  load: Load<T>;
  /** Shapes at the places of what comes; shown after 200 ms. */
  skeleton: ReactNode;
  /** What stands there when there is nothing, or null when there is something. */
  empty?: (data: T) => ReactNode | null;
  children: (data: T) => ReactNode;
}

/** The three faces of data that is on its way, in the page's own layout. A refresh that fails keeps the old content. */
export function AsyncView<T>({ load, skeleton, empty, children, kept, exitText, onExit }: AsyncViewProps<T>) {
  if (load.state === 'loading') return <View id="skeleton">{load.late ? skeleton : null}</View>;
  if (load.state === 'error') {
    return (
      <Failure
        error={load.error}
        kept={kept}
        onRetry={() => void load.reload()}
        retrying={load.refreshing}
        exitText={exitText}
        onExit={onExit}
      />
    );
  }
  return (
    <>
      {load.error !== undefined && <Stale error={load.error} onRetry={() => void load.reload()} />}
      {empty?.(load.data) ?? children(load.data)}
    </>
  );
}

/** What went wrong with the fresh look; what is shown is the one before. */
function Stale({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { offline, title } = troubleOf(error);
  return (
    <View className="ll-stale" onClick={onRetry}>
      <Icon name={offline ? 'wifi' : 'warn'} size={16} />
      <View className="ll-grow ll-ml-8">{offline ? words.stale : words.staleOf(title)}</View>
      <View>{words.retry}</View>
    </View>
  );
}
