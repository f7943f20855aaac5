package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.api.CaseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known here of finished cases; nothing but what events told, in whatever order. */
@Repository
class FinishedCases {

    /** Without an evaluation and still to be evaluated, or to be evaluated once more. */
    private static final String WAITING = """
            from finished_case c left join evaluation e on e.case_id = c.case_id
            where c.enterprise_id = ? and (e.id is null and c.finished_at >= ?
                or e.state = 'TO_EVALUATE_AGAIN' and e.again_until >= ?)
            """;

    private final JdbcClient jdbc;

    FinishedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case that several facts finish was finished by the first of them, where it lay then. @return when that was */
    Instant keep(FinishedCase it) {
        alone(it.caseId());
        return jdbc.sql("""
                        insert into finished_case (kind, case_id, number, title, enterprise_id, enterprise_name, institution_id, institution_name,
                            branch_id, town_code, finished_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, (select town_code from claim_town where claim_id = ?)), ?)
                        on conflict (case_id) do update set
                            branch_id = case when excluded.finished_at <= finished_case.finished_at
                                then excluded.branch_id else finished_case.branch_id end,
                            finished_at = least(finished_case.finished_at, excluded.finished_at)
                        returning finished_at""")
                .params(Arrays.asList(
                        it.kind().name(),
                        it.caseId(),
                        it.number(),
                        it.title(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.institutionId(),
                        it.institutionName(),
                        it.branchId(),
                        it.townCode(),
                        it.caseId(),
                        BusinessTime.at(it.finishedAt())))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** Two facts about one case that are heard at once would not see what the other one writes. */
    private void alone(UUID caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('zhengqi_finished_case'), hashtext(?))")
                .param(caseId.toString())
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
    }

    /** Where the enterprise of a claim lies. */
    void liesIn(UUID claim, String townCode) {
        alone(claim);
        jdbc.sql("""
                        insert into claim_town (claim_id, town_code) values (?, ?)
                        on conflict (claim_id) do update set town_code = excluded.town_code""").params(claim, townCode).update();
        jdbc.sql("update finished_case set town_code = ? where case_id = ?")
                .params(townCode, claim)
                .update();
    }

    /** @return whether nobody was asked to evaluate the case before */
    boolean invite(UUID caseId, Instant at) {
        return jdbc.sql("insert into evaluation_invitation (case_id, invited_at) values (?, ?) on conflict do nothing")
                        .params(caseId, BusinessTime.at(at))
                        .update()
                == 1;
    }

    /** Empty also for another enterprise's. */
    Optional<FinishedCase> find(UUID caseId, UUID enterprise) {
        return jdbc.sql("select * from finished_case where case_id = ? and enterprise_id = ?")
                .params(caseId, enterprise)
                .query(FinishedCases::read)
                .optional();
    }

    /** @param since what was finished before is not evaluated any more */
    List<FinishedCase> waiting(UUID enterprise, Instant since, LocalDate today, PageRequest page) {
        return jdbc.sql("select c.* " + WAITING + " order by c.finished_at desc, c.case_id limit ? offset ?")
                .params(enterprise, BusinessTime.at(since), today, page.size(), page.offset())
                .query(FinishedCases::read)
                .list();
    }

    long countWaiting(UUID enterprise, Instant since, LocalDate today) {
        return jdbc.sql("select count(*) " + WAITING)
                .params(enterprise, BusinessTime.at(since), today)
                .query(Long.class)
                .single();
    }

    /**
     * The first that ended between two moments and that nobody evaluated.
     *
     * @param institution who handled it; null: whoever did
     * @param enterprises one of which it is of
     */
    Optional<FinishedCase> unevaluated(
            CaseKind kind, @Nullable UUID institution, Collection<UUID> enterprises, Instant since, Instant before) {
        return jdbc.sql("""
                        select c.* from finished_case c left join evaluation e on e.case_id = c.case_id
                        where e.id is null and c.kind = :kind and c.enterprise_id in (:enterprises)
                          and (cast(:institution as uuid) is null or c.institution_id = :institution)
                          and c.finished_at >= :since and c.finished_at < :before
                        order by c.finished_at, c.case_id limit 1""")
                .param("kind", kind.name())
                .param("institution", institution)
                .param("enterprises", enterprises)
                .param("since", BusinessTime.at(since))
                .param("before", BusinessTime.at(before))
                .query(FinishedCases::read)
                .optional();
    }

    private static FinishedCase read(ResultSet row, int number) throws SQLException {
        return new FinishedCase(
                CaseKind.valueOf(row.getString("kind")),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getObject("enterprise_id", UUID.class),
                row.getString("enterprise_name"),
                row.getObject("institution_id", UUID.class),
                row.getString("institution_name"),
                row.getObject("branch_id", UUID.class),
                row.getString("town_code"),
                row.getObject("finished_at", OffsetDateTime.class).toInstant());
    }
}
