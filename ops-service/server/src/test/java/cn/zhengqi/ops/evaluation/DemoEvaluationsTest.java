package cn.zhengqi.ops.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
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

    @BeforeEach
    void nothing_of_the_demo_is_entered() {
        jdbc.sql(
                        "delete from evaluation_step where evaluation_id in (select id from evaluation where starts_with(words, '演示评价：'))")
                .update();
        jdbc.sql("delete from evaluation where starts_with(words, '演示评价：')").update();
        jdbc.sql("delete from finished_case where number = 'DEMO'").update();
        jdbc.sql("delete from demo_evaluations").update();
    }

    @AfterEach
    void the_clock_goes_right() {
        clock.reset();
    }

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

    @Test
    void what_a_program_that_ended_has_not_entered_the_next_enters_of_cases_from_before_the_demo_began(
            @Autowired EvaluationDesk desk, @Autowired EvaluationProperties properties, @Autowired OnceLoader once) {
        List<Line> lines = DemoEvaluations.lines();
        Instant begun = clock.instant();
        Scheduled first = new Scheduled();
        new DemoEvaluations(desk, cases, properties, first, jdbc, once, clock).run(new DefaultApplicationArguments());
        lines.subList(0, 3).forEach(line -> end(line, begun.minus(Duration.ofDays(9))));
        first.go();
        assertThat(entered()).isEqualTo(3);

        clock.forward(Duration.ofDays(1));
        lines.forEach(line -> end(line, begun.plusSeconds(1)));
        Scheduled second = new Scheduled();
        new DemoEvaluations(desk, cases, properties, second, jdbc, once, clock).run(new DefaultApplicationArguments());
        second.go();
        assertThat(entered()).as("what ended since is somebody's own").isEqualTo(3);
        lines.subList(3, lines.size()).forEach(line -> end(line, begun.minus(Duration.ofDays(9))));
        second.go();
        assertThat(entered()).isEqualTo(lines.size());

        Scheduled third = new Scheduled();
        new DemoEvaluations(desk, cases, properties, third, jdbc, once, clock).run(new DefaultApplicationArguments());
        assertThat(third.waiting()).as("all are entered").isFalse();
    }

    @Test
    void what_fails_once_is_tried_again(
            @Autowired EvaluationDesk desk, @Autowired EvaluationProperties properties, @Autowired OnceLoader once) {
        DemoEvaluations.lines().forEach(line -> end(line, clock.instant().minus(Duration.ofDays(9))));
        FinishedCases stumbling = mock(FinishedCases.class, delegatesTo(cases));
        doThrow(new IllegalStateException("the connection is lost"))
                .doAnswer(delegatesTo(cases))
                .when(stumbling)
                .unevaluated(any(), any(), any(), any(), any());
        Scheduled scheduled = new Scheduled();
        new DemoEvaluations(desk, stumbling, properties, scheduled, jdbc, once, clock)
                .run(new DefaultApplicationArguments());

        scheduled.go();
        assertThat(entered()).isZero();
        scheduled.go();

        assertThat(entered()).isEqualTo(DemoEvaluations.lines().size());
        assertThat(scheduled.waiting()).isFalse();
    }

    private long entered() {
        return jdbc.sql("select count(*) from evaluation where starts_with(words, '演示评价：')")
                .query(Long.class)
                .single();
    }

    /** Runs what is scheduled when it is told to. */
    private static final class Scheduled extends SimpleAsyncTaskScheduler {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public ScheduledFuture<?> schedule(Runnable task, Instant at) {
            waiting.add(task);
            return mock();
        }

        boolean waiting() {
            return !waiting.isEmpty();
        }

        void go() {
            waiting.remove().run();
        }
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
