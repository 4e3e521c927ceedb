import { buildStale } from '../build';
import { printColdStarts } from './cold-start';
import { benchNight } from './night';
import { benchOperations } from './operations';
import { benchQuotes } from './quote';
import { benchSpins } from './spins';

/** `npm run bench`: everything that is measured, and whether every target is met. */
async function main(): Promise<void> {
  await buildStale(['functions']);
  console.log('\nOperations over the wire');
  const areMet = await benchOperations();
  const isNightShort = await benchNight();
  const areSpinsKept = await benchSpins();
  console.log('\nCold start');
  const areQuick = printColdStarts();
  console.log('\nPrices alone');
  const areFast = await benchQuotes();
  if (!areMet || !isNightShort) console.error('a target of round trips is missed');
  if (!areFast) console.error('a target of the speed of prices is missed');
  if (!areSpinsKept) console.error('too many spins are lost to conflicts');
  process.exitCode = areMet && isNightShort && areSpinsKept && areQuick && areFast ? 0 : 1;
  // The SDK leaves agents and timers behind.
  process.exit();
}

void main();
