import path from 'node:path';
import type { Target } from './ensure';
import { buildFunctions } from './functions';
import { dist, fromRoot } from './paths';
import { buildTaro, type TaroTarget } from './taro';

export type TargetName = 'functions' | 'weapp' | 'h5';

const client = (name: TaroTarget, more: string[] = []): Target => ({
  name,
  outputDir: path.join(dist, name),
  inputs: {
    paths: ['client', 'cloudfunctions/kernel', 'babel.config.js', 'package-lock.json', 'tools/build', ...more],
    bakesEnv: true,
  },
  build: () => buildTaro(name),
});

const functions: Target = {
  name: 'functions',
  outputDir: path.join(dist, 'cloudfunctions'),
  inputs: { paths: ['cloudfunctions', 'package-lock.json', 'tools/build'] },
  build: () =>
    buildFunctions({
      functionsDir: fromRoot('cloudfunctions/functions'),
      databaseFile: fromRoot('cloudfunctions/database.json'),
      outDir: path.join(dist, 'cloudfunctions'),
    }),
};

export const targets: Record<TargetName, Target> = {
  functions,
  weapp: client('weapp'),
  h5: client('h5', ['assets/pictures']),
};
