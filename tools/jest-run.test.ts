import { countsOf, type JestReport, sum } from './jest-run';

const report: JestReport = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test('5 passed, none failed', () => {
  expect(countsOf(report, false)).toEqual({ passed: 5, failed: 0 });
});

test('a suite that could not run is 1 failure, beside 2 failed tests', () => {
  expect(countsOf({ ...report, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, false).failed).toBe(3);
});

test('a skipped test and a todo are 2 failures, unless tests were chosen by name', () => {
  const complain = jest.spyOn(console, 'error').mockImplementation(() => {});
  const skipping = { ...report, numPendingTests: 1, numTodoTests: 1 };
  expect(countsOf(skipping, false).failed).toBe(2);
  expect(countsOf(skipping, true).failed).toBe(0);
  expect(complain).toHaveBeenCalledWith('2 skipped tests count as failed');
});

test('two runs add up', () => {
  expect(sum({ passed: 1, failed: 2 }, { passed: 10, failed: 20 })).toEqual({ passed: 11, failed: 22 });
});
