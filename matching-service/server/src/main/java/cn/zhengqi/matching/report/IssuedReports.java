package cn.zhengqi.matching.report;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.match.KeptMatch;
import cn.zhengqi.matching.match.Matches;
import cn.zhengqi.matching.profile.TaxDataEnded;
import cn.zhengqi.paper.PaperCheck;
import cn.zhengqi.paper.PaperCopies;
import cn.zhengqi.paper.PaperNumbers;
import cn.zhengqi.paper.PaperQuestion;
import cn.zhengqi.paper.PaperSeal;
import cn.zhengqi.paper.SignedPaper;
import cn.zhengqi.web.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Issues reports and keeps what was issued (ADR 0028). The content is written down once, hashed and signed; whoever has the number can have a copy compared with
 * it, also after the content itself has gone.
 */
@Service
class IssuedReports {

    /** Canonical: the same content is the same text, whatever order maps have in memory. */
    private static final JsonMapper CANONICAL = Json.MAPPER
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final String COLUMNS =
            "id, number, enterprise_id, enterprise_name, as_of, issued_at, content, content_sha256, signature, gone_because";

    private final Matches matches;
    private final Planner planner;
    private final PaperSeal seal;
    private final PaperCopies copies;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;

    IssuedReports(
            Matches matches,
            Planner planner,
            @Value("${zhengqi.matching.data-key}") String secret,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${zhengqi.matching.reports-kept}") Duration kept) {
        this.matches = matches;
        this.planner = planner;
        this.seal = new PaperSeal(
                "ZHENGQI_MATCHING_DATA_KEY", secret, "signature of planning reports", "zhengqi planning report 1");
        this.audit = audit;
        this.copies = new PaperCopies(jdbc, clock, "planning_report", "report_id");
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = kept;
    }

    /** A report with what it says, as it was written down. */
    record Written(IssuedReport report, PlanningReport content) {}

    private record Row(
            IssuedReport report,
            UUID enterprise,
            @Nullable String content,
            byte[] sha256,
            byte[] signature,
            @Nullable String goneBecause) {

        SignedPaper signed() {
            return new SignedPaper(
                    report.number(), enterprise, report.issuedAt().toInstant(), sha256);
        }
    }

    /**
     * Of the latest match, made anew where it is outdated: what carries a number and a signature says what is known at that moment. The same content is issued once: whoever asks again gets the same number.
     *
     * @throws ProblemException NOT_MATCHED_YET, TAX_AUTHORIZATION_ENDED, and TOO_MANY_REQUESTS where it is outdated and cannot be made anew now
     */
    @Transactional
    IssuedReport issue(CurrentUser by, ProjectWindows.Told windows) {
        UUID enterprise = by.requireEnterprise();
        lock(enterprise);
        KeptMatch match = matches.upToDate(enterprise, by.accountId())
                .orElseThrow(() -> new ProblemException(MatchingProblem.NOT_MATCHED_YET));
        PlanningReport plan = planner.plan(match, windows);
        String content = CANONICAL.writeValueAsString(plan);
        byte[] sha256 = PaperSeal.sha256(content);
        Optional<Row> same = jdbc.sql(
                        "select " + COLUMNS + " from planning_report where enterprise_id = ? and content_sha256 = ?")
                .params(enterprise, sha256)
                .query(IssuedReports::row)
                .optional();
        if (same.isPresent()) {
            return same.get().report();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        IssuedReport report = new IssuedReport(
                Ids.next(),
                PaperNumbers.next("GH", now),
                plan.enterpriseName(),
                plan.asOf(),
                BusinessTime.at(now),
                HexFormat.of().formatHex(sha256),
                true);
        jdbc.sql("""
                        insert into planning_report (id, number, enterprise_id, enterprise_name, result_id, as_of, issued_at, issued_by, uses_tax, content,
                          content_sha256, signature) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        report.id(),
                        report.number(),
                        enterprise,
                        report.enterpriseName(),
                        plan.resultId(),
                        report.asOf(),
                        report.issuedAt(),
                        by.accountId(),
                        !match.taxFacts().isEmpty(),
                        content,
                        sha256,
                        seal.sign(new SignedPaper(report.number(), enterprise, now, sha256)))
                .update();
        audit.changed(ReportAction.REPORT_ISSUED, report.id(), report.number(), null, null);
        return report;
    }

    /** A match that is being made, the end of an authorization and this wait for each other. */
    private void lock(UUID enterprise) {
        jdbc.sql("select id from enterprise where id = ? for update")
                .param(enterprise)
                .query(UUID.class)
                .optional();
    }

    /** From the primary: people look at it right after they issued one. */
    Page<IssuedReport> list(UUID enterprise, PageRequest page) {
        long total = jdbc.sql("select count(*) from planning_report where enterprise_id = ?")
                .param(enterprise)
                .query(Long.class)
                .single();
        return Page.of(
                jdbc
                        .sql("select " + COLUMNS + """
                         from planning_report where enterprise_id = ?
                        order by issued_at desc, id limit ? offset ?""")
                        .params(enterprise, page.size(), page.offset())
                        .query(IssuedReports::row)
                        .list()
                        .stream()
                        .map(Row::report)
                        .toList(),
                total,
                page);
    }

    /** @throws ProblemException NOT_FOUND also for the report of another enterprise, TAX_AUTHORIZATION_ENDED, REPORT_CONTENT_GONE */
    Written read(UUID enterprise, UUID id) {
        Row row = jdbc.sql("select " + COLUMNS + " from planning_report where id = ? and enterprise_id = ?")
                .params(id, enterprise)
                .query(IssuedReports::row)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这份规划报告"));
        if (row.content() == null) {
            throw new ProblemException(
                    "TAX".equals(row.goneBecause())
                            ? MatchingProblem.TAX_AUTHORIZATION_ENDED
                            : MatchingProblem.REPORT_CONTENT_GONE);
        }
        return new Written(row.report(), Json.MAPPER.readValue(row.content(), PlanningReport.class));
    }

    /** @throws ProblemException TOO_MANY_REQUESTS */
    void refuseMoreCopies(UUID enterprise) {
        copies.refuseMore(enterprise);
    }

    /**
     * Before it leaves: what is not on record is not genuine.
     *
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    void takenOut(IssuedReport report, byte[] file, CurrentUser by) {
        transaction.executeWithoutResult(status -> {
            copies.takenOut(by.requireEnterprise(), report.id(), file, by.accountId());
            audit.changed(ReportAction.REPORT_TAKEN_OUT, report.id(), report.number(), null, null);
        });
    }

    /**
     * For anybody.
     *
     * @throws ProblemException NOT_FOUND
     */
    ReportCheck check(String number, PaperQuestion asked) {
        Row row = jdbc.sql("select " + COLUMNS + " from planning_report where number = ?")
                .param(number)
                .query(IssuedReports::row)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有编号为 " + number + " 的规划报告，请核对编号"));
        IssuedReport report = row.report();
        return new ReportCheck(
                seal.check(
                        row.signed(),
                        report.enterpriseName(),
                        new PaperCheck.Kept(row.content(), row.signature()),
                        asked,
                        sha256 -> copies.has(report.id(), sha256)),
                report.asOf());
    }

    /** What rests on tax data goes with it; that it was issued, and what proves copies genuine, stays. Who ends an authorization has locked the enterprise. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void ended(TaxDataEnded end) {
        jdbc.sql("""
                        update planning_report set content = null, gone_because = 'TAX'
                        where enterprise_id = ? and uses_tax and content is not null""").param(end.enterpriseId()).update();
    }

    /** Copies of the service may do it at once: a content goes once. */
    @Scheduled(cron = "0 25 3 * * *", zone = "Asia/Shanghai")
    void forgetOld() {
        jdbc.sql(
                        "update planning_report set content = null, gone_because = 'AGE' where content is not null and issued_at < ?")
                .param(BusinessTime.at(clock.instant().minus(kept)))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        byte[] sha256 = row.getBytes("content_sha256");
        String content = row.getString("content");
        return new Row(
                new IssuedReport(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getObject("as_of", LocalDate.class),
                        BusinessTime.at(
                                row.getObject("issued_at", OffsetDateTime.class).toInstant()),
                        HexFormat.of().formatHex(sha256),
                        content != null),
                row.getObject("enterprise_id", UUID.class),
                content,
                sha256,
                row.getBytes("signature"),
                row.getString("gone_because"));
    }
}
