/** One project for each kind of place that tests run in; `npm test` builds once, then runs them all. */
const common = {
  rootDir: __dirname,
  transform: { '\\.[jt]sx?$': 'babel-jest' },
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/client/$1',
    '^@kernel/(.*)$': '<rootDir>/cloudfunctions/kernel/$1',
    '^@rooms/(.*)$': '<rootDir>/cloudfunctions/rooms/$1',
    '\\.(scss|css)$': '<rootDir>/tests/support/empty.cjs',
  },
};
const node = { ...common, testEnvironment: 'node' };
module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{client,cloudfunctions,localcloud,tools}/**/*.test.ts?(x)', '<rootDir>/tests/structure/**/*.test.ts'],
    },
    { ...node, displayName: 'wire', testMatch: ['<rootDir>/tests/wire/**/*.test.ts'] },
    { ...node, displayName: 'simulation', testMatch: ['<rootDir>/tests/simulation/**/*.test.ts'] },
    { ...node, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'] },
    { ...common, displayName: 'weapp', testEnvironment: 'jsdom', testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'] },
  ],
};
