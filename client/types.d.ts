/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

/** The one call of react-dom that we make ourselves (the browser's person chooser); Taro makes the others. */
declare module 'react-dom/client' {
  export function createRoot(host: Element): { render(node: import('react').ReactNode): void; unmount(): void };
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which platform this build is for. Constant at build time, so the other platform's branches are dropped. */
    TARO_ENV: 'weapp' | 'h5';
    /** CloudBase environment id; empty until the shop has one. */
    LINLI_CLOUD_ENV: string;
    /** 'zh' or 'en'. */
    LINLI_LANGUAGE: string;
    /** Where pictures are served from: a folder beside index.html (h5) or an https or cloud:// address (weapp). */
    LINLI_PICTURE_BASE: string;
  }
}
