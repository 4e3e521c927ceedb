import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DatabaseDeclaration } from '../../localcloud/store/catalogue';
import { type CloudDatabaseService, deployDatabase } from './database';

/** Not a dependency: only who deploys needs it. */
const MANAGER = '@cloudbase/manager-node';
const MANAGER_VERSION = '5.6.5';

const ROOT = join(__dirname, '..', '..');

interface Manager {
  readonly database: CloudDatabaseService;
}

/** `npm run deploy:database -- --env ENV_ID [--dry-run]`; keys in TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  const dryRun = values['dry-run'];
  const file = readFileSync(join(ROOT, 'cloudfunctions', 'database.json'), 'utf8');
  const service = values.env === undefined ? null : (await manager(values.env)).database;
  if (!service && !dryRun) throw new Error('name the environment: --env ENV_ID, or add --dry-run to see the plan');
  await deployDatabase(service, {
    declaration: JSON.parse(file) as DatabaseDeclaration,
    dryRun,
    say: (line) => console.log(line),
  });
}

async function manager(envId: string): Promise<Manager> {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are not set');
  try {
    const name: string = MANAGER;
    const loaded = (await import(name)) as { default: { init(config: object): Manager } };
    return loaded.default.init({ secretId, secretKey, envId });
  } catch (error) {
    if (
      (error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND' &&
      (error as { code?: string }).code !== 'MODULE_NOT_FOUND'
    )
      throw error;
    throw new Error(`first: npm install --no-save ${MANAGER}@${MANAGER_VERSION}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
