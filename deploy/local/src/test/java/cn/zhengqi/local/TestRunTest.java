package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.local.TestRun.Count;
import org.junit.jupiter.api.Test;

class TestRunTest {

    @Test
    void a_surefire_report_is_counted_without_those_skipped() {
        var report = """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" version="3.0.2" name="A" time="0.1" tests="9" errors="1" skipped="2" failures="3" flakes="0">
                  <testcase name="tests=&quot;7&quot;"/>
                </testsuite>""";
        assertThat(TestRun.suite(report)).isEqualTo(new Count(3, 4));
    }

    @Test
    void a_vitest_report_is_counted() {
        assertThat(TestRun.vitest(
                        "{\"numTotalTests\":12,\"numPassedTests\":10,\"numFailedTests\":2,\"success\":false}"))
                .isEqualTo(new Count(10, 2));
    }

    @Test
    void a_journey_that_passed_only_at_the_second_try_counts_as_failed() {
        var report =
                "{\"suites\":[{\"stats\":1}],\"stats\":{\"expected\": 30, \"skipped\": 1, \"unexpected\": 2, \"flaky\": 1}}";
        assertThat(TestRun.playwright(report)).isEqualTo(new Count(30, 3));
    }

    @Test
    void a_figure_is_read_from_its_row() {
        var row = "{\"figure\":\"订单金额\",\"here\":12.50,\"source\": 12.50,\"difference\":0.00}";
        assertThat(Figures.field(row, "figure")).isEqualTo("订单金额");
        assertThat(Figures.field(row, "difference")).isEqualTo("0.00");
    }
}
