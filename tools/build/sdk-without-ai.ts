import type { Plugin } from 'esbuild';

/** The one place where the SDK takes its AI part in, and the word by which it does. */
const TAKEN_IN_BY = /[\\/]node_modules[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]cloudbase\.js$/;
const AI = /^\.\/ai$/;

/** What `cloud.ai()` answers in a bundle. */
export const NO_AI = 'cloud.ai() is left out of this bundle';

/**
 * Leaves the AI part of wx-server-sdk 4 out of a bundle: 330 KB that cost 24 of 136 ms at each cold start, among
 * them a second SDK for browsers, an adapter for mini-programs and a polyfill of Node's own streams. No file of the
 * SDK is changed: its module `./ai` is another here, and asking for AI throws. Whatever else of the SDK should come to
 * need these packages still gets them.
 */
export const sdkWithoutAi: Plugin = {
  name: 'sdk-without-ai',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: AI }, ({ importer, path }) =>
      TAKEN_IN_BY.test(importer) ? { path, namespace: 'sdk-without-ai' } : undefined,
    );
    onLoad({ filter: AI, namespace: 'sdk-without-ai' }, () => ({
      contents: `exports.createAI = () => { throw new Error(${JSON.stringify(NO_AI)}); };`,
    }));
  },
};
