package cn.zhengqi.promise;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Sort;
import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors see of the promises of one kind, as far as they reach, and what they can do about it. */
public class PromiseBoard {

    /** So long nobody is urged again over the same case. */
    static final Duration URGE_PAUSE = Duration.ofHours(4);

    /** By whom it has to be answered, or at whose branch it lies, whose enterprise lies in a town, or who took it up themselves. */
    private static final String WITHIN = """
            kind = :kind and (:everything or institution_id = any(:institutions) or branch_id = any(:institutions)
                or town_code = any(:towns) or handler_id = :person)
            """;

    private final JdbcClient jdbc;
    private final Promises promises;
    private final Outbox outbox;
    private final Clock clock;

    PromiseBoard(JdbcClient jdbc, Promises promises, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.promises = promises;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which open promises a list shows. */
    public enum Standing {
        OPEN("true"),
        DUE_TODAY("state = 'RUNNING' and due_at > :now and due_at < :tomorrow"),
        /** What stands still has a date only if it was broken before. */
        OVERDUE("state in ('RUNNING', 'PAUSED') and due_at <= :now"),
        PAUSED("state = 'PAUSED'"),
        EXTENDED("extended_by is not null"),
        /** Somebody has to approve more time, or not. */
        EXTENSION_ASKED("id in (select promise_id from promise_extension where state = 'ASKED')"),
        UNDATED("state = 'RUNNING' and due_at is null");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }
    }

    /**
     * @param undated whose date cannot be said, because it lies in a year without calendar
     * @param extended whose date was moved
     * @param extensionAsked for which somebody has to approve more time, or not
     */
    public record Figures(
            long open, long dueToday, long overdue, long paused, long undated, long extended, long extensionAsked) {}

    /** @param institutionId null: whoever may answer */
    public record InstitutionFigures(
            @Nullable UUID institutionId, @Nullable String institutionName, Figures figures) {}

    /** @param missingYear the first year, up to the next one, that is not arranged; null when there is none */
    public record BoardSummary(
            Figures all,
            List<InstitutionFigures> institutions,
            @Nullable Integer missingYear) {}

    /**
     * @param branchName of the branch at which it lies, for those of the institution alone: how it divides its work is its own; null also at its head office
     * @param assigned whether somebody in particular works on it, which does not say that it was accepted
     * @param urgedAt when somebody last asked for it
     * @param extension for how much more time those who work on it ask; null while nobody does
     */
    public record BoardRow(
            UUID id,
            UUID caseId,
            String caseNumber,
            String about,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            @Nullable String branchName,
            boolean assigned,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime urgedAt,
            @Nullable AskedExtension extension,
            PromiseView promise) {

        /** The same, of the case whose page shows it: what is promised may be a part of one. */
        public BoardRow shownWith(UUID page) {
            return new BoardRow(
                    id,
                    page,
                    caseNumber,
                    about,
                    institutionId,
                    institutionName,
                    branchName,
                    assigned,
                    startedAt,
                    urgedAt,
                    extension,
                    promise);
        }
    }

    /** What a list can be ordered by. */
    private enum Order {
        DUE_AT("due_at"),
        STARTED_AT("started_at"),
        INSTITUTION("institution_name"),
        URGED_AT("urged_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    private static final Map<String, Order> ORDERS = Map.of(
            "dueAt",
            Order.DUE_AT,
            "startedAt",
            Order.STARTED_AT,
            "institutionName",
            Order.INSTITUTION,
            "urgedAt",
            Order.URGED_AT);

    /** As many rows of a file are fetched at once. */
    private static final int PORTION = 500;

    @Transactional
    public BoardSummary summary(PromiseKind kind, DataScope scope) {
        List<InstitutionFigures> institutions = bound(kind, scope, """
                        select institution_id, max(institution_name) as institution_name, count(*) as open,
                            count(*) filter (where %s) as due_today,
                            count(*) filter (where %s) as overdue,
                            count(*) filter (where %s) as paused,
                            count(*) filter (where %s) as undated,
                            count(*) filter (where %s) as extended,
                            count(*) filter (where %s) as extension_asked
                        from promise where ended_at is null and %s
                        group by institution_id
                        order by overdue desc, due_today desc, open desc, institution_name
                        """.formatted(
                                Standing.DUE_TODAY.condition,
                                Standing.OVERDUE.condition,
                                Standing.PAUSED.condition,
                                Standing.UNDATED.condition,
                                Standing.EXTENDED.condition,
                                Standing.EXTENSION_ASKED.condition,
                                WITHIN))
                .query((row, number) -> new InstitutionFigures(
                        row.getObject("institution_id", UUID.class),
                        row.getString("institution_name"),
                        new Figures(
                                row.getLong("open"),
                                row.getLong("due_today"),
                                row.getLong("overdue"),
                                row.getLong("paused"),
                                row.getLong("undated"),
                                row.getLong("extended"),
                                row.getLong("extension_asked"))))
                .list();
        return new BoardSummary(
                institutions.stream().map(InstitutionFigures::figures).reduce(NONE, PromiseBoard::sum),
                institutions,
                missingYear());
    }

    private static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    private static Figures sum(Figures a, Figures b) {
        return new Figures(
                a.open() + b.open(),
                a.dueToday() + b.dueToday(),
                a.overdue() + b.overdue(),
                a.paused() + b.paused(),
                a.undated() + b.undated(),
                a.extended() + b.extended(),
                a.extensionAsked() + b.extensionAsked());
    }

    private @Nullable Integer missingYear() {
        WorkCalendar calendar = promises.reckoning().calendar();
        int year = BusinessTime.today(clock).getYear();
        if (!calendar.knows(year)) {
            return year;
        }
        return calendar.knows(year + 1) ? null : Integer.valueOf(year + 1);
    }

    /**
     * In the order that is asked for, else the most urgent first; those without a date last.
     *
     * @param sort by dueAt, startedAt, institutionName or urgedAt
     * @throws ProblemException VALIDATION_FAILED for another order
     */
    @Transactional
    public Page<BoardRow> list(
            PromiseKind kind, DataScope scope, BoardFilter filter, @Nullable String sort, PageRequest page) {
        List<BoardRow> rows = narrowed(kind, scope, filter, rows(filter, sort, " limit :size offset :offset"))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(reading(scope))
                .list();
        return Page.of(rows, count(kind, scope, filter), page);
    }

    @Transactional
    public long count(PromiseKind kind, DataScope scope, BoardFilter filter) {
        return narrowed(kind, scope, filter, "select count(*)" + from(filter))
                .query(Long.class)
                .single();
    }

    /** Row by row, in the order of the list; the rows are not kept. @throws ProblemException as there */
    @Transactional(readOnly = true)
    public void each(
            PromiseKind kind, DataScope scope, BoardFilter filter, @Nullable String sort, Consumer<BoardRow> receiver) {
        try (Stream<BoardRow> rows =
                narrowed(kind, scope, filter, rows(filter, sort, ""))
                        .withFetchSize(PORTION)
                        .query(reading(scope))
                        .stream()) {
            rows.forEach(receiver);
        }
    }

    /** @param of stands before each column */
    private static String ordered(@Nullable Sort<Order> order, String of) {
        String rest = of + "started_at, " + of + "id";
        return order == null
                ? of + "due_at nulls last, " + rest
                : of + order.by().column + (order.ascending() ? "" : " desc") + " nulls last, " + rest;
    }

    private static String rows(BoardFilter filter, @Nullable String sort, String limit) {
        Sort<Order> order = Sort.parse(sort, ORDERS);
        return """
                select p.*, x.working_days as asked_days, x.reason as asked_reason, x.asked_by, x.asked_by_name, x.asked_at,
                  r.working_days as refused_days, r.decision as refused_words, r.decided_by_name as refused_by_name,
                  r.decided_at as refused_at
                from (select *%s order by %s%s) p
                left join promise_extension x on x.promise_id = p.id and x.state = 'ASKED'
                left join lateral (select * from promise_extension where promise_id = x.promise_id and state = 'REFUSED'
                  order by decided_at desc limit 1) r on true
                order by %s
                """.formatted(from(filter), ordered(order, ""), limit, ordered(order, "p."));
    }

    private static String from(BoardFilter filter) {
        return " from promise where ended_at is null and " + WITHIN + " and " + filter.standings().condition
                + (filter.institutionId() == null ? "" : " and institution_id = :institution")
                + (filter.notAskedBy() == null
                        ? ""
                        : " and id not in (select promise_id from promise_extension where state = 'ASKED' and asked_by = :reader)")
                + (LikePattern.containing(filter.q()) == null
                        ? ""
                        : " and (case_number || ' ' || about) ilike :pattern");
    }

    private JdbcClient.StatementSpec narrowed(PromiseKind kind, DataScope scope, BoardFilter filter, String sql) {
        return bound(kind, scope, sql)
                .param("institution", filter.institutionId())
                .param("reader", filter.notAskedBy())
                .param("pattern", LikePattern.containing(filter.q()));
    }

    private static @Nullable String shownBranch(PromisedCase about, DataScope scope) {
        PromiseBranch branch = about.branch();
        if (branch == null) {
            return null;
        }
        boolean theirs = scope.institutions().stream()
                .anyMatch(it -> it.equals(branch.id()) || it.equals(about.institutionId()));
        return theirs ? branch.name() : null;
    }

    private RowMapper<BoardRow> reading(DataScope scope) {
        Reckoning by = promises.reckoning();
        Instant now = clock.instant();
        return (row, number) -> {
            Promise it = PromiseBook.promise(row, number);
            AskedExtension asked = AskedExtension.of(row);
            PromiseView view = it.view(now, by);
            OffsetDateTime urged = row.getObject("urged_at", OffsetDateTime.class);
            return new BoardRow(
                    it.id(),
                    it.about().id(),
                    it.about().number(),
                    it.about().about(),
                    it.about().institutionId(),
                    it.about().institutionName(),
                    shownBranch(it.about(), scope),
                    it.handlerId() != null,
                    BusinessTime.at(it.spans().getFirst().from()),
                    urged == null ? null : BusinessTime.at(urged.toInstant()),
                    asked,
                    asked == null ? view : view.asked(true, List.of()));
        };
    }

    /**
     * Asks those who work on a case for its answer.
     *
     * @return the case as it was asked for
     * @throws ProblemException NOT_FOUND also for what is out of scope, PROMISE_NOT_RUNNING, URGED_ALREADY when somebody did so shortly before
     */
    @Transactional
    public PromisedCase urge(PromiseKind kind, DataScope scope, UUID id, String supervisor) {
        Instant now = clock.instant();
        Promise promise = locked(kind, scope, id).upToDate(promises.reckoning());
        if (!promise.waitedFor()) {
            throw new ProblemException(PromiseProblem.PROMISE_NOT_RUNNING);
        }
        int urged = jdbc.sql("update promise set urged_at = ? where id = ? and (urged_at is null or urged_at <= ?)")
                .params(BusinessTime.at(now), id, BusinessTime.at(now.minus(URGE_PAUSE)))
                .update();
        if (urged == 0) {
            throw new ProblemException(PromiseProblem.URGED_ALREADY);
        }
        DomainEvent event = kind.event().of(promise.urgedBy(supervisor, now));
        if (event == null) {
            throw ProblemException.notFound("没有该事项");
        }
        outbox.publish(event, promise.told(), now);
        return promise.about();
    }

    /** @throws ProblemException NOT_FOUND also for what is out of scope */
    Promise locked(PromiseKind kind, DataScope scope, UUID id) {
        return bound(kind, scope, "select * from promise where id = :id and " + WITHIN + " for update")
                .param("id", id)
                .query(PromiseBook::promise)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有该事项"));
    }

    private JdbcClient.StatementSpec bound(PromiseKind kind, DataScope scope, String sql) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dayOf(now);
        return jdbc.sql(sql)
                .param("kind", kind.name())
                .param("everything", scope.everything())
                .param("institutions", scope.institutions().toArray(UUID[]::new))
                .param("towns", scope.towns().toArray(String[]::new))
                .param("person", scope.person())
                .param("now", BusinessTime.at(now))
                .param("tomorrow", BusinessTime.at(BusinessTime.endOf(today)));
    }
}
