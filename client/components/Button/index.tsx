import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import './index.scss';

export interface ButtonProps {
  /** What it does; disabled: what is missing ("还差 180"). Never just grey. */
  children: ReactNode;
  onTap?: () => void;
  /** Filled (one in a region), soft, outlined, green (next step), or a word alone. */
  kind?: 'soft' | 'line' | 'green' | 'text';
  /** 48 in bars, 44, or 32 with a touch area of 44. */
  size?: 'big' | 'small';
  block?: boolean;
  disabled?: boolean;
  /** Waits for the server: keeps its place and colour, takes no second tap. */
  busy?: boolean;
  id?: string;
  className?: string;
}

export function Button({ children, onTap, kind, size, block, disabled, busy, id, className }: ButtonProps) {
  const still = disabled || busy;
  return (
    <View
      id={id}
      className={classes(
        'll-btn',
        kind && `ll-btn--${kind}`,
        size && `ll-btn--${size}`,
        block && 'll-btn--block',
        disabled && 'll-btn--off',
        busy && 'll-btn--busy',
        className,
      )}
      hoverClass={still ? 'none' : 'll-btn--press'}
      hoverStayTime={80}
      onClick={(event) => {
        event.stopPropagation();
        if (!still) onTap?.();
      }}
      {...a11y('button')}
    >
      {children}
    </View>
  );
}
