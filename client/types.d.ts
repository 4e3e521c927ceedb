/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which platform this build is for. Constant at build time, so the other platform's branches are dropped. */
    TARO_ENV: 'weapp' | 'h5';
    /** CloudBase environment id; empty until the shop has one. */
    LINLI_CLOUD_ENV: string;
    /** Where pictures are served from: a folder beside index.html (h5) or an https or cloud:// address (weapp). */
    LINLI_PICTURE_BASE: string;
  }
}
