package cn.zhengqi.matching.match;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.MatchingProblem;
import cn.zhengqi.matching.api.MatchCompleted;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.matching.recommendation.Recommendations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/** Runs matches and keeps their answers for a time. */
@Service
public class Matches {

    /** Each new result is computed, kept for years and told: many people may fill in a profile, and no more than that. */
    static final int MOST_IN_SPAN = 60;

    private static final Duration SPAN = Duration.ofHours(1);

    /** Whoever works at a profile all day gets by with it; a script does not fill the table. */
    static final int MOST_IN_DAY = 100;

    /** What a person may want to look back at. */
    static final int LATEST_KEPT = 20;

    private static final int YEARS_BACK = 10;
    private static final int YEARS_AHEAD = 2;

    /** Rows that go in one transaction: what has piled up over months does not lock the table for as long as it takes. */
    private static final int SWEPT_AT_ONCE = 10_000;

    /** Of a result r: it rested on tax data whose authorization has ended, or was made before one that did. It is not today's answer. */
    private static final String RESTS_ON_ENDED =
            "exists (select 1 from ended_result e where e.enterprise_id = r.enterprise_id and (e.id = r.id or e.made_at > r.created_at))";

    private final Profiles profiles;
    private final Recommendations recommendations;
    private final Library library;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration latestKept;
    private final Duration othersKept;
    private final AtomicReference<@Nullable ShelfOnDay> shelf = new AtomicReference<>();

    /**
     * @param latestKept how long an answer is kept that is among the last of its enterprise
     * @param othersKept how long one is kept that is not
     */
    Matches(
            Profiles profiles,
            Recommendations recommendations,
            Library library,
            Outbox outbox,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${zhengqi.matching.results-kept}") Duration latestKept,
            @Value("${zhengqi.matching.other-results-kept}") Duration othersKept) {
        this.profiles = profiles;
        this.recommendations = recommendations;
        this.library = library;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.latestKept = latestKept;
        this.othersKept = othersKept;
    }

    /**
     * Where neither the facts, nor the library, nor the day are others than those of the latest result, and no tax data has gone since, it is the answer:
     * whoever asks again, or twice at once, gets it again.
     *
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    @Transactional
    public MatchResult run(UUID enterprise, UUID by) {
        Profiles.Basis basis = profiles.lockedBasis(enterprise);
        ShelfOnDay today = shelfOn(basis.vector().asOf());
        String facts = Json.MAPPER.writeValueAsString(basis.facts());
        Optional<MatchResult> same = unchanged(enterprise, basis, today, facts);
        if (same.isPresent()) {
            return asChosen(same.get());
        }
        Instant now = clock.instant();
        refuseMore(enterprise, now);
        Matcher matcher = new Matcher(today, basis.vector());
        MatchResult result = new MatchResult(
                Ids.next(),
                enterprise,
                basis.enterpriseName(),
                BusinessTime.at(now),
                basis.vector().asOf(),
                basis.completeness(),
                MatchOrder.BY_PROFILE,
                matcher.policies(),
                matcher.loans(),
                matcher.unmatched());
        jdbc.sql("""
                        insert into match_result (id, enterprise_id, created_at, created_by, as_of, facts, result, tax_facts, library_revision)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)""")
                .params(
                        result.id(),
                        enterprise,
                        result.createdAt(),
                        by,
                        result.asOf(),
                        facts,
                        Json.MAPPER.writeValueAsString(result),
                        basis.taxFacts().toArray(String[]::new),
                        today.revision())
                .update();
        outbox.publish(
                new MatchCompleted(
                        result.id(),
                        enterprise,
                        count(result, MatchGroup.ELIGIBLE),
                        count(result, MatchGroup.NEARLY),
                        count(result, MatchGroup.UNKNOWN),
                        now),
                0);
        return asChosen(result);
    }

    private Optional<MatchResult> unchanged(UUID enterprise, Profiles.Basis basis, ShelfOnDay today, String facts) {
        return jdbc.sql("""
                        select result from (
                          select * from match_result where enterprise_id = ? order by created_at desc limit 1) r
                        where as_of = ? and library_revision = ? and facts = ?::jsonb and not %s""".formatted(RESTS_ON_ENDED))
                .params(enterprise, basis.vector().asOf(), today.revision(), facts)
                .query((row, number) -> Json.MAPPER.readValue(row.getString(1), MatchResult.class))
                .optional()
                .filter(result -> result.enterpriseName().equals(basis.enterpriseName())
                        && result.profileCompleteness() == basis.completeness());
    }

    private void refuseMore(UUID enterprise, Instant now) {
        if (madeSince(enterprise, now.minus(SPAN)) >= MOST_IN_SPAN) {
            throw new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "匹配过于频繁，请稍后再试");
        }
        if (madeSince(enterprise, BusinessTime.startOf(BusinessTime.dayOf(now))) >= MOST_IN_DAY) {
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS, "本企业今天已匹配 " + MOST_IN_DAY + " 次，达到每日上限，请明天再试；已有的匹配结果仍可查看");
        }
    }

    private long madeSince(UUID enterprise, Instant since) {
        return jdbc.sql("select count(*) from match_result where enterprise_id = ? and created_at >= ?")
                .params(enterprise, BusinessTime.at(since))
                .query(Long.class)
                .single();
    }

    /** Made anew when something was published or a day has gone by. */
    public ShelfOnDay shelfOn(LocalDate day) {
        Library.Shelf published = library.shelf();
        ShelfOnDay present = shelf.get();
        if (present == null || !present.is(published, day)) {
            present = new ShelfOnDay(published, day);
            shelf.set(present);
        }
        return present;
    }

    /**
     * Empty while the enterprise has no result, nor had one that went with its tax data.
     *
     * @throws ProblemException TAX_AUTHORIZATION_ENDED
     */
    public Optional<MatchResult> latest(UUID enterprise) {
        return latestWithFacts(enterprise).map(KeptMatch::result);
    }

    /**
     * On another day; not kept. Of a day that is over: by the editions that held and what was known of the enterprise then. Of one to come: by what is published
     * and known now.
     *
     * @throws ProblemException VALIDATION_FAILED for a day that is too far away
     */
    @Transactional
    public DatedMatch on(UUID enterprise, LocalDate day) {
        LocalDate today = BusinessTime.today(clock);
        if (day.isBefore(today.minusYears(YEARS_BACK)) || day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw ProblemException.validation("day", "RANGE", "日期应在前 " + YEARS_BACK + " 年到后 " + YEARS_AHEAD + " 年之间");
        }
        boolean over = day.isBefore(today);
        Profiles.PastBasis basis = over
                ? profiles.basisOn(enterprise, day)
                : new Profiles.PastBasis(profiles.basis(enterprise).facts(), List.of());
        LocalDate founded = FactVector.day(basis.facts().get("established"));
        if (founded != null && day.isBefore(founded)) {
            throw ProblemException.validation(
                    "day", "BEFORE_FOUNDING", "企业成立于" + BusinessTime.inWords(founded) + "，请选择这一天或以后的日期");
        }
        // Read by the facts as they were defined then, as the conditions are.
        Library.Shelf published = over ? library.shelfOn(day) : library.shelf();
        Matcher matcher = new Matcher(
                new ShelfOnDay(published, day), FactVector.of(published.book().facts(), basis.facts(), day));
        DatedMatch match = new DatedMatch(
                day,
                over ? day : today,
                basis.later(),
                MatchOrder.BY_PROFILE,
                matcher.policies(),
                matcher.loans(),
                matcher.unmatched());
        return recommendations.of(enterprise).personalised() ? match : match.inGeneralOrder();
    }

    /**
     * The latest result and what it rests on; empty while there was none.
     *
     * @throws ProblemException TAX_AUTHORIZATION_ENDED where it rests on tax data that may not be used any more, or one after it did, or all there was went with
     *     such data
     */
    public Optional<KeptMatch> latestWithFacts(UUID enterprise) {
        // What is wanted of it is asked once its row has given back the connection: who holds one and waits for a
        // second keeps all from going on.
        Optional<KeptMatch> latest = jdbc.sql("""
                        select result, facts, tax_facts, %s as ended from match_result r
                        where enterprise_id = ? order by created_at desc limit 1""".formatted(RESTS_ON_ENDED))
                .param(enterprise)
                .query((row, number) -> {
                    if (row.getBoolean("ended")) {
                        throw latestEnded();
                    }
                    return new KeptMatch(
                            Json.MAPPER.readValue(row.getString("result"), MatchResult.class),
                            Json.MAPPER.readValue(row.getString("facts"), new TypeReference<>() {}),
                            Set.of((String[]) row.getArray("tax_facts").getArray()));
                })
                .optional();
        if (latest.isEmpty() && hadResultsThatEnded(enterprise)) {
            throw latestEnded();
        }
        return latest.map(kept -> new KeptMatch(asChosen(kept.result()), kept.facts(), kept.taxFacts()));
    }

    private static ProblemException latestEnded() {
        return new ProblemException(
                MatchingProblem.TAX_AUTHORIZATION_ENDED, "涉税数据授权已收回或已到期，上次匹配用到了这些数据，不再作为当前结果，请重新匹配");
    }

    private boolean hadResultsThatEnded(UUID enterprise) {
        return jdbc.sql("select exists (select 1 from ended_result where enterprise_id = ?)")
                .param(enterprise)
                .query(Boolean.class)
                .single();
    }

    /**
     * What the latest result does not know yet.
     *
     * @param profile whether the enterprise's facts are others now, or tax data that it rested on may not be used any more
     * @param library whether policies or products were published, changed or withdrawn
     * @param day whether it is of another day: policies begin and end, and what asks for years is met by them
     */
    record Changes(boolean profile, boolean library, boolean day) {

        private static final Changes NONE = new Changes(false, false, false);
    }

    /**
     * The latest result, made anew where what it rests on has changed since, for what is written down by it.
     *
     * @throws ProblemException TAX_AUTHORIZATION_ENDED, TOO_MANY_REQUESTS
     */
    @Transactional
    public Optional<KeptMatch> upToDate(UUID enterprise, UUID by) {
        Optional<KeptMatch> latest = latestWithFacts(enterprise);
        if (latest.isEmpty() || changes(enterprise).equals(Changes.NONE)) {
            return latest;
        }
        run(enterprise, by);
        return latestWithFacts(enterprise);
    }

    /** None where there is no result. */
    @Transactional
    Changes changes(UUID enterprise) {
        Profiles.Basis basis = profiles.basis(enterprise);
        return jdbc.sql("""
                        select facts <> ?::jsonb or %s as profile, library_revision <> ? as library, as_of <> ? as day
                        from match_result r where enterprise_id = ? order by created_at desc limit 1""".formatted(RESTS_ON_ENDED))
                .params(
                        Json.MAPPER.writeValueAsString(basis.facts()),
                        library.shelf().revision(),
                        basis.vector().asOf(),
                        enterprise)
                .query(Changes.class)
                .optional()
                .orElse(Changes.NONE);
    }

    /** @throws ProblemException NOT_FOUND also for the result of another enterprise, TAX_AUTHORIZATION_ENDED */
    public MatchResult find(UUID enterprise, UUID id) {
        return jdbc.sql("select result from match_result where id = ? and enterprise_id = ?")
                .params(id, enterprise)
                .query((row, number) -> Json.MAPPER.readValue(row.getString(1), MatchResult.class))
                .optional()
                .map(this::asChosen)
                .orElseThrow(() -> wentWithItsTaxData(enterprise, id)
                        ? new ProblemException(MatchingProblem.TAX_AUTHORIZATION_ENDED)
                        : ProblemException.notFound("没有这份匹配结果"));
    }

    private boolean wentWithItsTaxData(UUID enterprise, UUID id) {
        return jdbc.sql("select exists (select 1 from ended_result where id = ? and enterprise_id = ?)")
                .params(id, enterprise)
                .query(Boolean.class)
                .single();
    }

    /** Asked anew at each reading: the switch works at once, both ways. */
    private MatchResult asChosen(MatchResult result) {
        return recommendations.of(result.enterpriseId()).personalised() ? result : result.inGeneralOrder();
    }

    /**
     * Copies of the service may do it at once: a row goes once. The latest answer of an enterprise stays, the last {@value #LATEST_KEPT} stay for long, all others
     * go soon; one that a loan application names stays as long as there is the application. That tax data ended is known as long as an answer of before is there.
     */
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    void forgetOld() {
        forget(latestKept, 1);
        forget(othersKept, LATEST_KEPT);
        jdbc.sql("""
                        delete from ended_result e
                        where ended_at < ? and not exists (
                          select 1 from match_result r where r.enterprise_id = e.enterprise_id and (r.id = e.id or r.created_at < e.made_at))""").param(BusinessTime.at(clock.instant().minus(latestKept))).update();
    }

    /** Of what is older than this, all but the latest of each enterprise. */
    private void forget(Duration age, int latest) {
        OffsetDateTime before = BusinessTime.at(clock.instant().minus(age));
        int gone;
        do {
            gone = Objects.requireNonNull(transaction.execute(status ->
                    jdbc.sql("""
                            delete from match_result where id in (
                              select r.id from match_result r where r.created_at < ? and exists (
                                select 1 from match_result newer
                                where newer.enterprise_id = r.enterprise_id and newer.created_at > r.created_at offset ?)
                              and not exists (select 1 from cited_result c where c.result_id = r.id)
                              limit ? for update of r skip locked)""").params(before, latest - 1, SWEPT_AT_ONCE).update()));
        } while (gone == SWEPT_AT_ONCE);
    }

    private static int count(MatchResult result, MatchGroup group) {
        return (int) result.policies().stream()
                .filter(policy -> policy.group() == group)
                .count();
    }
}
