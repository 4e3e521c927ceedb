import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OPERATOR } from '../seed/data/people';
import { askAt, codesOf, newestBatches } from './fetch';
import { printSheet } from './sheet';

/**
 * `npm run flyers` lists the batches of the shop that `npm start` runs; `npm run flyers -- --batch b_0123456789ab` writes its
 * sheets as PDF. `--out`: where to. `--at`: another address. `--as`: another person than the demo's operator.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      batch: { type: 'string' },
      out: { type: 'string' },
      at: { type: 'string', default: `http://127.0.0.1:${process.env.LINLI_PORT ?? 8080}` },
      as: { type: 'string', default: OPERATOR.openid },
    },
  });
  const ask = askAt(values.at, values.as);
  if (values.batch === undefined) {
    for (const { batchId, size, estateName, title, state } of await newestBatches(ask))
      console.log(`${batchId}  ${String(size).padStart(4)}  ${state.padEnd(7)}  ${estateName} ${title}`);
    return;
  }
  const { batch, codes } = await codesOf(ask, values.batch);
  const file = values.out ?? `${values.batch}.pdf`;
  writeFileSync(file, await printSheet(batch, codes));
  console.log(`${file}: ${codes.length} flyers`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
