import { type Reporter } from 'vitest/node';

/** Names each test that failed and passed when it was tried once more, which is done in CI only. */
export default class SecondTries implements Reporter {
  onTestCaseResult(test: Parameters<NonNullable<Reporter['onTestCaseResult']>>[0]) {
    if (test.diagnostic()?.flaky) {
      process.stdout.write(`passed at the second try: ${test.module.relativeModuleId} ${test.fullName}\n`);
    }
  }
}
