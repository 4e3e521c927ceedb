import Taro from '@tarojs/taro';

/** What stays on this device. Storage may be full or forbidden (private browsing): then it simply forgets. */
export function load<T>(key: string): T | undefined {
  try {
    const value: unknown = Taro.getStorageSync(`linli.${key}`);
    return value === '' || value === undefined ? undefined : (value as T);
  } catch {
    return undefined;
  }
}

export function save<T>(key: string, value: T): void {
  try {
    Taro.setStorageSync(`linli.${key}`, value);
  } catch {
    // Forgetting is harmless: nothing that matters is kept here alone.
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(`linli.${key}`);
  } catch {
    // as above
  }
}
