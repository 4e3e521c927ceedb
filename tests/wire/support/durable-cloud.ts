import { mkdirSync } from 'node:fs';
import { startCloud } from './sdk';

/** A cloud on disk in a process of its own, to be killed: prints its address. */
async function main(): Promise<void> {
  const dataDir = process.argv[2] ?? '';
  mkdirSync(dataDir, { recursive: true });
  const cloud = await startCloud(dataDir);
  cloud.store.declare({
    collections: {
      c: {
        indexes: [
          {
            name: 'w',
            fields: [
              { name: 'w', order: 1 },
              { name: 'n', order: -1 },
            ],
          },
        ],
      },
    },
  });
  console.log(cloud.url);
}

void main();
