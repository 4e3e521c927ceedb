import { spawn } from 'node:child_process';
import path from 'node:path';
import { dist, fromRoot, root } from './paths';
import { replaceFolder } from './replace-folder';

export type TaroTarget = 'weapp' | 'h5';

/**
 * Compiles the client for one platform into dist/<platform>.
 * Taro ends with status 0 on some failed compilations, so its output is read too.
 */
export async function buildTaro(platform: TaroTarget): Promise<void> {
  await replaceFolder(path.join(dist, platform), async (folder) => {
    const { status, output } = await run(platform, folder);
    if (status !== 0 || /Module build failed|Compiled with errors|编译失败/.test(output)) {
      throw new Error(`Taro could not build ${platform} (status ${status}):\n${output}`);
    }
  });
}

function run(platform: TaroTarget, folder: string): Promise<{ status: number | null; output: string }> {
  const launcher = fromRoot('client/config/taro.cjs');
  const child = spawn(process.execPath, [launcher, 'build', '--type', platform, '--disable-global-config'], {
    cwd: root,
    env: { ...taroEnv(), LINLI_TARO_OUTPUT: path.relative(root, folder) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** Jest's own environment must not leak in: Babel would compile for Node, React in development mode. */
function taroEnv(): NodeJS.ProcessEnv {
  const { BABEL_ENV: _babel, JEST_WORKER_ID: _jest, ...env } = process.env;
  return { ...env, NODE_ENV: 'production' };
}
