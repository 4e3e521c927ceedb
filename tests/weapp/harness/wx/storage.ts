import { WxError, type WxOptions } from '../types';
import { type WxPart, type WxWorld, wxFunctions } from './api';

/** Storage holds JSON: what a phone forgets (undefined, functions, dates as objects) is forgotten here. */
export function storage(world: WxWorld, stored: Map<string, string>): WxPart {
  const get = (key: unknown) => {
    const json = stored.get(String(key));
    return json === undefined ? undefined : JSON.parse(json);
  };
  const set = (key: unknown, value: unknown) => void stored.set(String(key), JSON.stringify(value));
  const info = () => ({ keys: [...stored.keys()], currentSize: 1, limitSize: 10_240 });
  return {
    getStorageSync: (key: string) => get(key) ?? '',
    setStorageSync: set,
    removeStorageSync: (key: string) => void stored.delete(key),
    clearStorageSync: () => stored.clear(),
    getStorageInfoSync: info,
    ...wxFunctions(world, {
      getStorage({ key }: WxOptions) {
        const data = get(key);
        if (data === undefined) throw new WxError('getStorage:fail data not found');
        return { data };
      },
      setStorage: ({ key, data }: WxOptions) => set(key, data),
      removeStorage: ({ key }: WxOptions) => void stored.delete(String(key)),
      clearStorage: () => stored.clear(),
      getStorageInfo: info,
    }),
  };
}
