import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Names that a browser or Node has and WeChat's logic thread has not. They are shadowed by undefined, so that a call
 * that only works in the browser build fails in these tests as it would on a phone.
 */
const HIDDEN = [
  ...['window', 'document', 'navigator', 'location', 'history', 'screen', 'self', 'parent', 'top', 'frames'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'XMLHttpRequest', 'fetch', 'WebSocket', 'EventSource'],
  ...['Headers', 'Request', 'Response', 'FormData', 'Blob', 'File', 'FileReader', 'URL', 'URLSearchParams'],
  ...['TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'performance', 'structuredClone', 'queueMicrotask'],
  ...['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'CustomEvent', 'MessageChannel', 'MessagePort'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'customElements', 'matchMedia', 'getComputedStyle'],
  ...['Image', 'Audio', 'Element', 'HTMLElement', 'Node', 'DOMParser', 'CSS', 'alert', 'confirm', 'prompt'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'WebAssembly', 'Worker'],
  ...['process', 'Buffer', 'setImmediate', 'clearImmediate', '__dirname', '__filename'],
];

/** The language itself: all that the logic thread's global object holds besides WeChat's own names. */
const LANGUAGE = [
  ...[
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'BigInt',
    'Math',
    'JSON',
    'Date',
    'RegExp',
  ],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'EvalError', 'URIError', 'ReferenceError'],
  ...['Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect', 'ArrayBuffer', 'DataView'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'NaN', 'Infinity'],
  ...['encodeURI', 'decodeURI', 'encodeURIComponent', 'decodeURIComponent'],
];

export type Names = Record<string, unknown>;

/** The mini-program's modules: loaded once a launch, in a scope as bare as the logic thread's. */
export class ModuleLoader {
  private readonly loaded = new Map<string, { exports: unknown }>();
  private readonly globals: Names;

  /** @param names what WeChat adds to the language: wx, App, Page, Component, getApp, timers … */
  constructor(private readonly names: Names) {
    const here = globalThis as unknown as Names;
    this.globals = { ...Object.fromEntries(LANGUAGE.map((name) => [name, here[name]])), ...names };
  }

  require(file: string): unknown {
    const full = file.endsWith('.js') ? file : `${file}.js`;
    const known = this.loaded.get(full);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    this.loaded.set(full, module);
    this.run(full, module);
    return module.exports;
  }

  private run(full: string, module: { exports: unknown }): void {
    const scope: Names = {
      ...Object.fromEntries(HIDDEN.map((name) => [name, undefined])),
      ...this.names,
      module,
      exports: module.exports,
      require: (request: string) => this.require(path.resolve(path.dirname(full), request)),
      // webpack finds the global object by these.
      global: this.globals,
      globalThis: this.globals,
    };
    const source = `${readFileSync(full, 'utf8')}\n//# sourceURL=${full}`;
    new Function(...Object.keys(scope), source).call(undefined, ...Object.values(scope));
  }
}
