/** One project for each kind of place that tests run in; each builds what it needs, once, when it is stale. */
const common = {
  rootDir: __dirname,
  transform: { '\\.[jt]sx?$': 'babel-jest' },
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/client/$1',
    '^@kernel/(.*)$': '<rootDir>/cloudfunctions/kernel/$1',
    '^@rooms/(.*)$': '<rootDir>/cloudfunctions/rooms/$1',
    '\\.(scss|css)$': '<rootDir>/tests/support/empty.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.localcloud/'],
};
const node = { ...common, testEnvironment: 'node' };
const below = (folder) => [`<rootDir>/tests/${folder}/**/*.test.ts`];

module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{client,cloudfunctions,localcloud,tools}/**/*.test.ts?(x)', ...below('structure')],
    },
    { ...node, displayName: 'simulation', testMatch: below('simulation') },
    {
      ...node,
      displayName: 'races',
      testMatch: below('races'),
      globalSetup: '<rootDir>/tests/support/build-functions.ts',
    },
    {
      ...node,
      displayName: 'wire',
      testMatch: [...below('wire'), ...below('doors')],
      globalSetup: '<rootDir>/tests/support/build-functions.ts',
    },
    { ...node, displayName: 'built', testMatch: below('built'), globalSetup: '<rootDir>/tests/support/build-weapp.ts' },
    {
      ...common,
      testEnvironment: '<rootDir>/tests/weapp/harness/environment.ts',
      displayName: 'weapp',
      testMatch: below('weapp'),
      globalSetup: '<rootDir>/tests/support/build-weapp.ts',
    },
    {
      ...node,
      displayName: 'journeys',
      testMatch: below('journeys'),
      globalSetup: '<rootDir>/tests/support/build-h5.ts',
    },
  ],
};
