package cn.zhengqi.matching.match;

import cn.zhengqi.data.Json;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.MatchCompleted;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.matching.recommendation.Recommendations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs matches and keeps their answers for a time. */
@Service
public class Matches {

    /** Each new result is computed, kept for years and told: many people may fill in a profile, and no more than that. */
    static final int MOST_IN_SPAN = 60;

    private static final Duration SPAN = Duration.ofHours(1);

    private final Profiles profiles;
    private final Recommendations recommendations;
    private final Library library;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration kept;
    private final AtomicReference<@Nullable ShelfOnDay> shelf = new AtomicReference<>();

    /** @param kept how long an answer is kept that is not the latest of its enterprise */
    Matches(
            Profiles profiles,
            Recommendations recommendations,
            Library library,
            Outbox outbox,
            JdbcClient jdbc,
            Clock clock,
            @Value("${zhengqi.matching.results-kept}") Duration kept) {
        this.profiles = profiles;
        this.recommendations = recommendations;
        this.library = library;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * Where neither the facts, nor the library, nor the day are others than those of the latest result, it is the answer: whoever asks again, or twice at
     * once, gets it again.
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
                          select * from match_result where enterprise_id = ? order by created_at desc limit 1) latest
                        where as_of = ? and library_revision = ? and facts = ?::jsonb""")
                .params(enterprise, basis.vector().asOf(), today.revision(), facts)
                .query((row, number) -> Json.MAPPER.readValue(row.getString(1), MatchResult.class))
                .optional()
                .filter(result -> result.enterpriseName().equals(basis.enterpriseName()));
    }

    private void refuseMore(UUID enterprise, Instant now) {
        long made = jdbc.sql("select count(*) from match_result where enterprise_id = ? and created_at > ?")
                .params(enterprise, BusinessTime.at(now.minus(SPAN)))
                .query(Long.class)
                .single();
        if (made >= MOST_IN_SPAN) {
            throw new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "匹配过于频繁，请稍后再试");
        }
    }

    /** Made anew when something was published or a day has gone by. */
    private ShelfOnDay shelfOn(LocalDate day) {
        Library.Shelf published = library.shelf();
        ShelfOnDay present = shelf.get();
        if (present == null || !present.is(published, day)) {
            present = new ShelfOnDay(published, day);
            shelf.set(present);
        }
        return present;
    }

    /** Empty while the enterprise never had itself matched. */
    public Optional<MatchResult> latest(UUID enterprise) {
        return jdbc.sql("select result from match_result where enterprise_id = ? order by created_at desc limit 1")
                .param(enterprise)
                .query((row, number) -> Json.MAPPER.readValue(row.getString(1), MatchResult.class))
                .optional()
                .map(this::asChosen);
    }

    /** @throws ProblemException NOT_FOUND also for the result of another enterprise */
    public MatchResult find(UUID enterprise, UUID id) {
        return jdbc.sql("select result from match_result where id = ? and enterprise_id = ?")
                .params(id, enterprise)
                .query((row, number) -> Json.MAPPER.readValue(row.getString(1), MatchResult.class))
                .optional()
                .map(this::asChosen)
                .orElseThrow(() -> ProblemException.notFound("没有这份匹配结果"));
    }

    /** Asked anew at each reading: the switch works at once, both ways. */
    private MatchResult asChosen(MatchResult result) {
        return recommendations.of(result.enterpriseId()).personalised() ? result : result.inGeneralOrder();
    }

    /**
     * Copies of the service may do it at once: a row goes once. The latest answer of an enterprise stays, and one that a loan
     * application names stays as long as there is the application.
     */
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    void forgetOld() {
        jdbc.sql("""
                        delete from match_result r where created_at < ? and exists (
                          select 1 from match_result newer
                          where newer.enterprise_id = r.enterprise_id and newer.created_at > r.created_at)
                        and not exists (select 1 from cited_result c where c.result_id = r.id)""").param(BusinessTime.at(clock.instant().minus(kept))).update();
    }

    private static int count(MatchResult result, MatchGroup group) {
        return (int) result.policies().stream()
                .filter(policy -> policy.group() == group)
                .count();
    }
}
