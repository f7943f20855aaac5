package cn.zhengqi.policy.redemption.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/**
 * Reads which applications of one enterprise are under policies that exclude each other by their documents. A document counts that is published now, and the one by which
 * either of the two was begun, whatever became of it since: what somebody was granted by it they have. A clause that was never verified counts no more once another
 * edition took its place.
 */
@Mapper
interface ExclusionMapper {

    /** Of an edition from when to when it was in force. One that was taken down and published again has one period, from the end of the one before it. */
    String STATED = """
            stated as (
              select e.policy_id, x ->> 'with' as excluded, x -> 'clause' ->> 'text' as clause, x -> 'clause' ->> 'place' as place,
                coalesce((x -> 'clause' ->> 'certain')::boolean, true) as certain, e.publication,
                coalesce((select max(coalesce(b.replaced_at, b.withdrawn_at)) from policy_edition b
                  where b.policy_id = e.policy_id and b.edition &lt; e.edition), '-infinity') as since,
                coalesce(e.replaced_at, e.withdrawn_at, 'infinity') as until
              from policy_edition e cross join lateral jsonb_array_elements(coalesce(e.rule -> 'exclusions', '[]')) x
              where e.publication in ('PUBLISHED', 'REPLACED', 'WITHDRAWN')),
            pairs as (
              select s.*, s.policy_id as own, o.id as other, true as by_own from stated s join policy o on o.code = s.excluded
              union all
              select s.*, m.id, s.policy_id, false from stated s join policy m on m.code = s.excluded)
            """;

    /** With one whose year both projects name they are compared by it, else by the days on which both were begun. */
    String FOUND = """
            select distinct on (mine.id) mine.id as of_application, a.id, a.number, a.project_title, a.policy_title, a.status, p.clause, p.place, p.certain, said.year
            from mine
              join pairs p on p.own = mine.policy_id and p.other != mine.policy_id
              join redemption_application a on a.policy_id = p.other and a.enterprise_id = mine.enterprise_id and a.id is distinct from mine.id
              cross join lateral (select a.exclusive_year is not null and mine.exclusive_year is not null as both_say) named
              cross join lateral (select case when named.both_say then mine.exclusive_year
                else extract(year from mine.submitted_at at time zone 'Asia/Shanghai')::integer end as year) said
            where a.""" + RedemptionMapper.LIVING + """
              and said.year = case when named.both_say then a.exclusive_year
                else extract(year from a.submitted_at at time zone 'Asia/Shanghai')::integer end
              and (p.publication = 'PUBLISHED' or (p.certain or p.publication != 'REPLACED')
                and case when p.by_own then mine.submitted_at else a.submitted_at end >= p.since
                and case when p.by_own then mine.submitted_at else a.submitted_at end &lt; p.until)
            """;

    /** Its money is held or paid, and nobody is asked any more whether it wants it. */
    String HELD = "a.status not in ('SUBMITTED', 'SENT_BACK', 'OFFERED')";

    String FIRST = " order by mine.id, p.certain desc, a.submitted_at, a.id, p.publication</script>";

    String OF_APPLICATIONS = """
            mine as (
              select id, enterprise_id, policy_id, exclusive_year, submitted_at from redemption_application
              where id in <foreach collection="applications" item="it" open="(" separator="," close=")">#{it}</foreach>)
            """;

    /** What stands in the way of one that is not begun yet. */
    @Select("<script>with " + STATED + """
            , mine as (
              select null::uuid as id, #{enterprise}::uuid as enterprise_id, #{policy}::uuid as policy_id, #{year}::integer as exclusive_year,
                #{at}::timestamptz as submitted_at)
            """ + FOUND + FIRST)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Row> ofNew(
            @Param("enterprise") UUID enterprise,
            @Param("policy") UUID policy,
            @Param("year") @Nullable Integer year,
            @Param("at") Instant at);

    /** What was begun before each of these, or holds money. */
    @Select("<script>with " + STATED + "," + OF_APPLICATIONS + FOUND + " and (" + HELD
            + " or (a.submitted_at, a.id) &lt; (mine.submitted_at, mine.id))" + FIRST)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> beforeRecognition(@Param("applications") Collection<UUID> applications);

    /** What holds money, or has it, beside each of these. */
    @Select("<script>with " + STATED + "," + OF_APPLICATIONS + FOUND + " and " + HELD + FIRST)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> beforePayment(@Param("applications") Collection<UUID> applications);

    /**
     * As it is read.
     *
     * @param ofApplication in whose way it stands; absent for one that is not begun
     * @param clause the words of the document
     * @param year in which both are
     */
    record Row(
            @Nullable UUID ofApplication,
            UUID id,
            String number,
            String projectTitle,
            String policyTitle,
            RedemptionStatus status,
            String clause,
            @Nullable String place,
            boolean certain,
            int year) {

        ExcludedBy excluding() {
            String which = "“" + projectTitle + "”（" + number + "，" + status.label() + "）";
            String said = "“" + clause + "”" + (place == null ? "" : "（" + place + "）");
            return new ExcludedBy(
                    certain,
                    id,
                    number,
                    certain
                            ? "企业 " + year + " 年度已申请" + which + "，其依据的《" + policyTitle + "》与本项目依据的政策不可同时享受：" + said
                            : "可能与 " + year + " 年度的" + which + "不可同时享受，依据待核实：" + said);
        }
    }
}
