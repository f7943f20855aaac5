package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void a_surefire_report_is_counted_with_those_skipped_apart_and_those_that_failed_first() {
        var report = """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" version="3.0.2" name="A" time="0.1" tests="9" errors="1" skipped="2" failures="3" flakes="1">
                  <testcase name="tests=&quot;7&quot;"/>
                </testsuite>""";
        assertThat(Count.ofSurefire(report)).isEqualTo(new Count(3, 4, 2, 1));
    }

    @Test
    void a_vitest_report_is_counted() {
        assertThat(
                        Count.ofVitest(
                                "{\"numTotalTests\":13,\"numPassedTests\":10,\"numFailedTests\":2,\"numPendingTests\":1,\"success\":false}"))
                .isEqualTo(Count.of(10, 2, 1));
    }

    @Test
    void what_passed_at_the_second_try_only_stays_in_sight() {
        assertThat(Count.of(10, 0, 1).plus(Count.of(2, 0, 0).andAtSecondTry(1)))
                .hasToString("12 passed, 0 failed, 1 skipped, 1 of the passed at the second try");
        assertThat(Count.of(10, 0, 1)).hasToString("10 passed, 0 failed, 1 skipped");
    }
}
