package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.ops.OpsServiceTest;
import cn.zhengqi.ops.evaluation.DemoEvaluations.Line;
import cn.zhengqi.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@OpsServiceTest
class DemoEvaluationsTest {

    @Autowired
    private FinishedCases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void each_waits_for_a_case_that_it_fits_goes_its_way_and_is_entered_once(
            @Autowired EvaluationDesk desk,
            @Autowired EvaluationProperties properties,
            @Autowired TaskScheduler scheduler,
            @Autowired OnceLoader once) {
        DemoEvaluations demo = new DemoEvaluations(desk, cases, properties, scheduler, jdbc, once, clock);
        List<Line> lines = DemoEvaluations.lines();
        Instant start = clock.instant();
        lines.forEach(line -> end(line, start.plusSeconds(1)));
        assertThat(demo.enter(lines, start))
                .as("what ended since is somebody's own")
                .isEqualTo(lines);

        lines.forEach(line -> end(line, start.minus(Duration.ofDays(9))));
        assertThat(demo.enter(lines, start)).isEmpty();
        assertThat(demo.enter(lines, start)).isEmpty();

        assertThat(lines)
                .hasSize(8)
                .allSatisfy(line -> assertThat(jdbc.sql(
                                        "select state || ' ' || publication from evaluation where words = ? and grade = ?")
                                .params(line.words(), line.grade().name())
                                .query(String.class)
                                .single())
                        .isEqualTo(expected(line)));
        assertThat(jdbc.sql("""
                                select count(*) from outbox where type = 'ops.EvaluationGiven' and subject in (
                                  select case_id from evaluation where starts_with(words, '演示评价：')
                                  union select id from evaluation where starts_with(words, '演示评价：'))
                                """).query(Long.class).single())
                .as("each was told once, and what was said once more")
                .isEqualTo(9);
    }

    private static String expected(Line line) {
        EvaluationState state = line.grade().isSatisfied()
                ? EvaluationState.GIVEN
                : line.callBack() == null ? EvaluationState.TO_ANSWER : EvaluationState.EVALUATED_AGAIN;
        return state + " " + (line.published() ? Publication.PUBLISHED : Publication.UNDECIDED);
    }

    private void end(Line line, Instant at) {
        DemoAccount person = DemoFiles.accounts(at).stream()
                .filter(account -> account.enterpriseUscc() != null)
                .findFirst()
                .orElseThrow();
        DemoEnterprise enterprise = DemoFiles.enterprises().stream()
                .filter(it -> it.uscc().equals(person.enterpriseUscc()))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> cases.keep(new FinishedCase(
                line.kind(),
                Ids.next(),
                "DEMO",
                "演示事项",
                enterprise.id(),
                enterprise.name(),
                institution(line),
                line.institution(),
                null,
                null,
                at)));
    }

    private static @Nullable UUID institution(Line line) {
        return ReferenceFiles.institutions().stream()
                .map(text -> JsonMapper.shared().readTree(text))
                .filter(it -> it.path("code").asString().equals(line.institution()))
                .map(it -> UUID.fromString(it.path("id").asString()))
                .findFirst()
                .orElse(null);
    }
}
