package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneyReportTest {

    private static final String REPORT = """
            {"suites":[{"title":"a.spec.ts","specs":[
               {"title":"walks","file":"a.spec.ts","line":5,"tests":[{"status":"expected","results":[{"errors":[]}]}]}],
              "suites":[{"specs":[
               {"title":"stumbles","file":"a.spec.ts","line":9,"tests":[{"status":"flaky","results":[
                 {"errors":[{"message":"Error: \\u001b[31mtoo late\\u001b[39m\\nExpected: 1"}]},{"errors":[]}]}]},
               {"title":"falls","file":"a.spec.ts","line":20,"tests":[{"status":"unexpected","results":[
                 {"errors":[{"message":"no such row"}]}]}]}]}]}],
             "stats":{"expected":1,"skipped":3,"unexpected":1,"flaky":1}}""";

    @Test
    void a_journey_that_passed_at_its_second_try_has_passed_and_is_counted_as_such() {
        assertThat(JourneyReport.of(REPORT).count()).isEqualTo(new Count(2, 1, 3, 1));
    }

    @Test
    void whoever_failed_once_is_named_with_the_complaint() {
        assertThat(JourneyReport.of(REPORT).complaints())
                .containsExactly(
                        "a.spec.ts:9 stumbles: passed at the second try, the first said",
                        "    Error: too late",
                        "    Expected: 1",
                        "a.spec.ts:20 falls: failed",
                        "    no such row");
    }
}
