import Taro from '@tarojs/taro';

/** A short word that goes by itself. Not for trouble with money: that gets a dialog. */
export function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2_000 });
}

export interface Question {
  title: string;
  content?: string;
  /** At most 4 characters each (WeChat's limit for a dialog's buttons). */
  yes?: string;
  no?: string;
}

/** Asks before a step that cannot be undone, or tells what must be read. True when the person said yes. */
export async function confirm({ title, content = '', yes = '好', no }: Question): Promise<boolean> {
  const { confirm: agreed } = await Taro.showModal({
    title,
    content,
    confirmText: yes,
    cancelText: no ?? '先不了',
    showCancel: no !== '',
    confirmColor: '#c8380f', // the accent; WeChat draws this dialog itself and takes a plain colour
  });
  return agreed;
}
