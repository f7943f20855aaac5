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
            where (c.person_id = ? or c.person_id is null and c.enterprise_id = ?) and (e.id is null and c.finished_at >= ?
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
                            branch_id, town_code, finished_at, person_id, nameless)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, (select town_code from claim_town where claim_id = ?)), ?, ?, ?)
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
                        BusinessTime.at(it.finishedAt()),
                        it.personId(),
                        it.nameless()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /**
     * That an institution answered a case; a second answer of it replaces the first, as far as it says more.
     *
     * @param title what it offered; null: nothing that has a name
     * @param decides whether the case came to what it was for by it
     */
    void answered(UUID caseId, UUID institution, String name, @Nullable String title, boolean decides, Instant at) {
        alone(caseId);
        jdbc.sql("""
                        insert into case_answer (case_id, institution_id, institution_name, title, decides, answered_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (case_id, institution_id) do update set
                            title = case when excluded.answered_at >= case_answer.answered_at
                                then coalesce(excluded.title, case_answer.title) else coalesce(case_answer.title, excluded.title) end,
                            decides = case_answer.decides or excluded.decides,
                            answered_at = least(case_answer.answered_at, excluded.answered_at)""")
                .params(Arrays.asList(caseId, institution, name, title, decides, BusinessTime.at(at)))
                .update();
    }

    /** That it ended; of several ends the first. */
    void ended(EndedCase it) {
        alone(it.caseId());
        jdbc.sql("""
                        insert into case_end (case_id, kind, number, enterprise_id, enterprise_name, applicant_id, decided, nameless, ended_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_id) do update set
                            decided = case_end.decided or excluded.decided,
                            ended_at = least(case_end.ended_at, excluded.ended_at)""")
                .params(Arrays.asList(
                        it.caseId(),
                        it.kind().name(),
                        it.number(),
                        it.enterpriseId(),
                        it.enterpriseName(),
                        it.applicantId(),
                        it.decided(),
                        it.nameless(),
                        BusinessTime.at(it.at())))
                .update();
    }

    /** A case that ended and was answered, with who applied. */
    record Answered(FinishedCase about, @Nullable UUID applicant) {}

    /**
     * Empty until it has ended and somebody answered it, with the answer that decided it where one did. By whom it was handled: the first by whose answer it came to what it was for, else the last who answered. What
     * was finished already is handled by whoever is known better now.
     */
    Optional<Answered> answered(UUID caseId) {
        alone(caseId);
        Optional<Answered> found = jdbc.sql("""
                        select e.*, a.institution_id, a.institution_name, a.title,
                            greatest(e.ended_at, (select min(answered_at) from case_answer where case_id = e.case_id)) as finished_at
                        from case_end e join lateral (
                            select * from case_answer where case_id = e.case_id
                            order by decides desc, case when decides then answered_at end, answered_at desc, institution_id limit 1) a on true
                        where e.case_id = ? and (a.decides or not e.decided)""")
                .param(caseId)
                .query((row, number) -> new Answered(
                        new FinishedCase(
                                CaseKind.valueOf(row.getString("kind")),
                                caseId,
                                row.getString("number"),
                                titled(row),
                                row.getObject("enterprise_id", UUID.class),
                                row.getString("enterprise_name"),
                                row.getObject("institution_id", UUID.class),
                                row.getString("institution_name"),
                                null,
                                null,
                                row.getObject("finished_at", OffsetDateTime.class)
                                        .toInstant(),
                                null,
                                row.getBoolean("nameless")),
                        row.getObject("applicant_id", UUID.class)))
                .optional();
        found.map(Answered::about)
                .ifPresent(it -> jdbc.sql(
                                "update finished_case set institution_id = ?, institution_name = ?, title = ? where case_id = ?")
                        .params(Arrays.asList(it.institutionId(), it.institutionName(), it.title(), caseId))
                        .update());
        return found;
    }

    private static String titled(ResultSet row) throws SQLException {
        String title = row.getString("title");
        return title == null ? CaseKind.valueOf(row.getString("kind")).label() : title;
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

    /** Empty also for another enterprise's or person's. */
    Optional<FinishedCase> find(UUID caseId, Evaluator by) {
        return jdbc.sql("""
                        select * from finished_case
                        where case_id = ? and (person_id = ? or person_id is null and enterprise_id = ?)""")
                .params(Arrays.asList(caseId, by.person(), by.enterprise()))
                .query(FinishedCases::read)
                .optional();
    }

    /** @param since what was finished before is not evaluated any more */
    List<FinishedCase> waiting(Evaluator by, Instant since, LocalDate today, PageRequest page) {
        return jdbc.sql("select c.* " + WAITING + " order by c.finished_at desc, c.case_id limit ? offset ?")
                .params(Arrays.asList(
                        by.person(), by.enterprise(), BusinessTime.at(since), today, page.size(), page.offset()))
                .query(FinishedCases::read)
                .list();
    }

    long countWaiting(Evaluator by, Instant since, LocalDate today) {
        return jdbc.sql("select count(*) " + WAITING)
                .params(Arrays.asList(by.person(), by.enterprise(), BusinessTime.at(since), today))
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
                        where e.id is null and c.person_id is null and c.kind = :kind and c.enterprise_id in (:enterprises)
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
                row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                row.getBoolean("nameless"));
    }
}
