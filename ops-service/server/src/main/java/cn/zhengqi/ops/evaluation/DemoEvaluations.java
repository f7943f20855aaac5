package cn.zhengqi.ops.evaluation;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.CaseKind;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * What enterprises of the demo say of cases that ended in it, and what was done about that. The other services tell of those cases in their own time, so that
 * each line waits for one that it fits; none of a case that ended since the demo began, which is somebody's own. A program that ended before all were entered
 * is gone on with by the next.
 */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class DemoEvaluations implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoEvaluations.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** What was not told within so long of a start is not told by services that run. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String REVIEWER = "yunying";

    private final EvaluationDesk desk;
    private final FinishedCases cases;
    private final EvaluationProperties properties;
    private final TaskScheduler scheduler;
    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Clock clock;

    DemoEvaluations(
            EvaluationDesk desk,
            FinishedCases cases,
            EvaluationProperties properties,
            TaskScheduler scheduler,
            JdbcClient jdbc,
            OnceLoader once,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.properties = properties;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A line of {@code demo/evaluations.jsonl}.
     *
     * @param institution code of who handled the case, and {@code officer} the name under which somebody there signs in; absent for claims
     * @param callBack absent where nothing is done about it yet, or nothing has to be
     */
    record Line(
            CaseKind kind,
            @Nullable String institution,
            @Nullable String officer,
            Grade grade,
            List<String> tags,
            String words,
            boolean anonymous,
            Channel channel,
            @Nullable CallBack callBack,
            boolean published) {}

    /** @param call what was said on the phone */
    record CallBack(String call, CallBackAnswer answer, String words, Grade again, String againWords) {}

    private record Institution(UUID id, String code, String name) {}

    @Override
    public void run(ApplicationArguments arguments) {
        List<Line> lines = lines();
        if (!lines.isEmpty()) {
            once.exclusively("demo evaluations", this::begun)
                    .ifPresent(start ->
                            wait(lines, new Entry(start), clock.instant().plus(PATIENCE)));
        }
    }

    /** @return when they began to be entered; empty once all are */
    private Optional<Instant> begun() {
        jdbc.sql("insert into demo_evaluations (started_at) values (?) on conflict do nothing")
                .param(BusinessTime.at(clock.instant()))
                .update();
        return jdbc.sql("select started_at from demo_evaluations where finished_at is null")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    static List<Line> lines() {
        return DemoFiles.evaluations().stream()
                .map(text -> Json.MAPPER.readValue(text, Line.class))
                .toList();
    }

    private void wait(List<Line> lines, Entry entry, Instant until) {
        scheduler.schedule(() -> go(lines, entry, until), clock.instant().plus(PAUSE));
    }

    private void go(List<Line> lines, Entry entry, Instant until) {
        List<Line> left = lines;
        try {
            left = entry.enter(lines);
            if (left.isEmpty()) {
                finish();
                return;
            }
        } catch (RuntimeException failed) {
            LOG.warn("The demo evaluations are tried again", failed);
        }
        if (clock.instant().isBefore(until)) {
            wait(left, entry, until);
        } else {
            LOG.info("{} demo evaluations wait for the next start", left.size());
        }
    }

    private void finish() {
        jdbc.sql("update demo_evaluations set finished_at = ? where finished_at is null")
                .param(BusinessTime.at(clock.instant()))
                .update();
        LOG.info("The demo evaluations are entered");
    }

    private boolean isEntered(String words) {
        return jdbc.sql("select exists (select from evaluation where words = ?)")
                .param(words)
                .query(Boolean.class)
                .single();
    }

    /** @return those for which no case has come yet */
    List<Line> enter(List<Line> lines, Instant start) {
        return new Entry(start).enter(lines);
    }

    /** Of cases that ended before the start. */
    private final class Entry {

        private final Instant start;
        private final List<DemoAccount> accounts;
        private final Map<UUID, DemoAccount> administrators = new HashMap<>();
        private final Map<String, Institution> institutions;

        Entry(Instant start) {
            this.start = start;
            this.accounts = DemoFiles.accounts(start);
            Map<String, DemoAccount> byUscc = new HashMap<>();
            for (DemoAccount account : accounts) {
                String uscc = account.enterpriseUscc();
                if (uscc != null) {
                    byUscc.put(uscc, account);
                }
            }
            for (DemoEnterprise enterprise : DemoFiles.enterprises()) {
                DemoAccount administrator = byUscc.get(enterprise.uscc());
                if (administrator != null) {
                    administrators.put(enterprise.id(), administrator);
                }
            }
            this.institutions = ReferenceFiles.institutions().stream()
                    .map(line -> Json.MAPPER.readValue(line, Institution.class))
                    .collect(Collectors.toMap(Institution::code, Function.identity()));
        }

        List<Line> enter(List<Line> lines) {
            return lines.stream()
                    .filter(line ->
                            !once.exclusively("demo evaluations", () -> isEntered(line.words()) || evaluated(line)))
                    .toList();
        }

        private boolean evaluated(Line line) {
            Institution institution = line.institution() == null ? null : institutions.get(line.institution());
            Instant since = BusinessTime.startOf(BusinessTime.today(clock).minusDays(properties.days()));
            Optional<FinishedCase> about = cases.unevaluated(
                    line.kind(), institution == null ? null : institution.id(), administrators.keySet(), since, start);
            about.ifPresent(it -> live(line, it, institution));
            return about.isPresent();
        }

        private void live(Line line, FinishedCase about, @Nullable Institution institution) {
            UUID person = Objects.requireNonNull(administrators.get(about.enterpriseId()))
                    .id();
            Evaluator by = new Evaluator(person, "", about.enterpriseId(), about.enterpriseName());
            MyCase mine = desk.evaluate(
                    about.caseId(),
                    by,
                    new Opinion(line.grade(), line.tags(), line.words(), line.anonymous(), line.channel()));
            MyCase.MyEvaluation given = Objects.requireNonNull(mine.evaluation());
            UUID id = given.id();
            int version = given.version();
            CallBack back = line.callBack();
            if (back != null) {
                CurrentUser officer =
                        officer(Objects.requireNonNull(line.officer()), Objects.requireNonNull(institution));
                version = version(desk.called(id, version, true, back.call(), officer));
                version = version(desk.answered(id, version, back.answer(), back.words(), officer));
                version = version(desk.passed(id, version, null, reviewer()));
                version = Objects.requireNonNull(desk.again(id, version, by, back.again(), back.againWords())
                                .evaluation())
                        .version();
            }
            if (line.published()) {
                desk.published(id, version, List.of(), null, reviewer());
            }
        }

        private static int version(EvaluationDetail it) {
            return it.evaluation().version();
        }

        private CurrentUser officer(String username, Institution of) {
            return person(username, of, OpsPermissions.ANSWER_EVALUATIONS)
                    .reaching(
                            Map.of(ScopedResource.EVALUATION, Reach.INSTITUTION),
                            Territory.of(of.id(), Set.of(), Set.of()));
        }

        private CurrentUser reviewer() {
            return person(REVIEWER, null, OpsPermissions.REVIEW_EVALUATIONS, OpsPermissions.PUBLISH_EVALUATIONS)
                    .reaching(Map.of(ScopedResource.EVALUATION, Reach.ALL), Territory.of(null, Set.of(), Set.of()));
        }

        private CurrentUser person(String username, @Nullable Institution of, String... permissions) {
            DemoAccount account = accounts.stream()
                    .filter(it -> it.username().equals(username))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the demo has no " + username));
            return new CurrentUser(
                    account.id(),
                    account.displayName(),
                    UserType.valueOf(account.userType()),
                    null,
                    null,
                    of == null ? null : of.id(),
                    of == null ? null : of.name(),
                    Set.of(account.role()),
                    Set.of(permissions));
        }
    }
}
