package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Notices, which are applications as everybody may see them, and objections. */
@Mapper
interface NoticeMapper extends EntityMapper<Objection> {

    /** What was taken back, rejected or not confirmed is shown no more. */
    String SHOWN = """
            from redemption_application a
            where notice_from is not null and status in ('IN_NOTICE', 'APPROVED', 'PAYING', 'PAID', 'PAY_FAILED')
            <if test="running != null">and (status = 'IN_NOTICE' and (notice_until is null or notice_until &gt;= #{today})) = #{running}</if>
            <if test="projectId != null">and project_id = #{projectId}</if>
            <if test="pattern != null">and (number || ' ' || enterprise_name || ' ' || project_title) ilike #{pattern}</if>
            <if test="id != null">and id = #{id}</if>
            """;

    String COLUMNS = """
            select id, project_id, project_title, policy_id, policy_title, institution_name, enterprise_name, amount,
              notice_from as "from", notice_until as "until", status = 'IN_NOTICE' and (notice_until is null or notice_until &gt;= #{today}) as running, demo
            """;

    /** What the lists ask. @param running null: also what is over */
    record Wanted(
            @Nullable UUID id,
            @Nullable UUID projectId,
            @Nullable String pattern,
            @Nullable Boolean running,
            LocalDate today) {}

    String BOUND = """
            <bind name="id" value="q.id"/><bind name="projectId" value="q.projectId"/><bind name="pattern" value="q.pattern"/>
            <bind name="running" value="q.running"/><bind name="today" value="q.today"/>
            """;

    @Select("<script>" + BOUND + "select count(*) " + SHOWN + "</script>")
    long countShown(@Param("q") Wanted q);

    @Select("<script>" + BOUND + COLUMNS + SHOWN
            + " order by notice_from desc, id limit #{page.size} offset #{page.offset}</script>")
    List<PublicNotice> shown(@Param("q") Wanted q, @Param("page") PageRequest page);

    String OBJECTIONS = """
            select o.id, o.application_id, a.number as application_number, a.project_title, a.enterprise_name, a.amount, o.person_name, o.contact_phone,
              o.words, o.state, o.made_at, o.answer, o.answerer, o.answered_at, o.version
            from redemption_objection o join redemption_application a on a.id = o.application_id
            """;

    String OF_INSTITUTIONS = """
            where o.institution_id in
                <foreach collection="institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
            <if test="state != null">and o.state = #{state}</if>
            """;

    @Select("<script>select count(*) from redemption_objection o " + OF_INSTITUTIONS + "</script>")
    long countObjections(@Param("institutions") Set<UUID> institutions, @Param("state") @Nullable ObjectionState state);

    /** What waits comes first, the oldest first; then the newest. */
    @Select("<script>" + OBJECTIONS + OF_INSTITUTIONS + """
            order by o.state = 'OPEN' desc, case when o.state = 'OPEN' then o.made_at end, o.made_at desc, o.id
            limit #{page.size} offset #{page.offset}</script>""")
    List<ObjectionView.Row> objections(
            @Param("institutions") Set<UUID> institutions,
            @Param("state") @Nullable ObjectionState state,
            @Param("page") PageRequest page);

    @Select(OBJECTIONS + " where o.account_id = #{account} order by o.made_at desc, o.id limit #{most}")
    List<ObjectionView.Row> mine(@Param("account") UUID account, @Param("most") int most);

    @Select(OBJECTIONS + " where o.id = #{id}")
    Optional<ObjectionView.Row> row(UUID id);

    @Select("select count(*) from redemption_objection where application_id = #{application} and state = 'OPEN'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int open(UUID application);

    @Select(
            "select id from redemption_objection where application_id = #{application} and account_id = #{account} and state = 'OPEN'")
    Optional<UUID> openOf(@Param("application") UUID application, @Param("account") UUID account);

    /** One whose notice is over and to which nobody objects any more. What another copy has before it is its own. */
    @Select("""
            select id from redemption_application a
            where status = 'IN_NOTICE' and notice_until < #{today}
              and not exists (select 1 from redemption_objection o where o.application_id = a.id and o.state = 'OPEN')
            order by notice_until, id limit 1 for update skip locked
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<UUID> over(LocalDate today);

    /** Those of which it could not be said how long they last. @param workingDays of their project */
    record Undated(UUID id, LocalDate from, int workingDays) {}

    @Select("""
            select a.id, a.notice_from as "from", p.notice_days as working_days
            from redemption_application a join redemption_project p on p.id = a.project_id
            where a.status = 'IN_NOTICE' and a.notice_until is null
            order by a.id for update of a skip locked
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Undated> undated();
}
