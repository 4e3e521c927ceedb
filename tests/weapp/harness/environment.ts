import { TestEnvironment } from 'jest-environment-jsdom';

/**
 * jsdom for the view layer, with Node's own globals for the test beside it: localcloud and its store run in the same
 * file as the phone. The mini-program itself sees none of these, see scope.ts.
 */
export default class PhoneEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, {
      ArrayBuffer,
      Uint8Array,
      TextEncoder,
      TextDecoder,
      structuredClone,
      setImmediate,
      clearImmediate,
      fetch,
      Headers,
      Request,
      Response,
      FormData,
      Blob,
      AbortController,
      AbortSignal,
      performance,
    });
  }
}
