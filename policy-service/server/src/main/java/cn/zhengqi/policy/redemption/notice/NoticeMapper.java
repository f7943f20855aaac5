package cn.zhengqi.policy.redemption.notice;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.web.CurrentUser;
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

/** Notices, which are applications and declarations as everybody may see them, and objections. */
@Mapper
interface NoticeMapper extends EntityMapper<Objection> {

    /** What was taken back, rejected or not confirmed is shown no more. */
    String SHOWN = """
            from (
              select id, 'REDEMPTION' as kind, project_id, project_title, policy_id, policy_title, institution_name, enterprise_name, number, amount,
                notice_from, notice_until, status = 'IN_NOTICE' and (notice_until is null or notice_until &gt;= #{q.today}) as running, demo
              from redemption_application
              where notice_from is not null and status in ('IN_NOTICE', 'APPROVED', 'PAYING', 'PAID', 'PAY_FAILED', 'RETURNED')
              union all
              select id, 'DECLARATION', project_id, project_title, policy_id, policy_title, institution_name, enterprise_name, number, null,
                notice_from, notice_until, status != 'APPROVED' and (notice_until is null or notice_until &gt;= #{q.today}), demo
              from declaration
              where notice_from is not null and status in ('SUBMITTED', 'IN_REVIEW', 'APPROVED')) n
            <where>
                <if test="q.running != null">running = #{q.running}</if>
                <if test="q.kind != null">and kind = #{q.kind}</if>
                <if test="q.projectId != null">and project_id = #{q.projectId}</if>
                <if test="q.pattern != null">and (number || ' ' || enterprise_name || ' ' || project_title) ilike #{q.pattern}</if>
                <if test="q.id != null">and id = #{q.id}</if>
            </where>
            """;

    String COLUMNS = """
            select id, kind, project_id, project_title, policy_id, policy_title, institution_name, enterprise_name, amount,
              notice_from as "from", notice_until as "until", running, demo
            """;

    /** What the lists ask. @param running null: also what is over */
    record Wanted(
            @Nullable UUID id,
            @Nullable NoticeKind kind,
            @Nullable UUID projectId,
            @Nullable String pattern,
            @Nullable Boolean running,
            LocalDate today) {}

    @Select("<script>select count(*) " + SHOWN + "</script>")
    long countShown(@Param("q") Wanted q);

    @Select("<script>" + COLUMNS + SHOWN
            + " order by notice_from desc, id limit #{page.size} offset #{page.offset}</script>")
    List<PublicNotice> shown(@Param("q") Wanted q, @Param("page") PageRequest page);

    String OBJECTIONS = """
            select o.id, case when o.declaration_id is null then 'REDEMPTION' else 'DECLARATION' end as kind,
              coalesce(o.application_id, o.declaration_id) as subject_id, coalesce(a.number, d.number) as subject_number,
              coalesce(a.project_title, d.project_title) as project_title, coalesce(a.enterprise_name, d.enterprise_name) as enterprise_name, a.amount,
              o.person_name, o.contact_phone, o.words, o.state, o.made_at, o.answer, o.answerer, o.answered_at, o.version
            from redemption_objection o left join redemption_application a on a.id = o.application_id left join declaration d on d.id = o.declaration_id
            """;

    String OF_INSTITUTIONS = """
            where o.institution_id in
                <foreach collection="desk.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
            <if test="!desk.redemptions">and o.application_id is null</if>
            <if test="!desk.declarations">and o.declaration_id is null</if>
            <if test="state != null">and o.state = #{state}</if>
            """;

    /** Whose objections somebody answers. @param institutions for which they decide */
    record Desk(Set<UUID> institutions, boolean redemptions, boolean declarations) {

        static Desk of(CurrentUser user) {
            return new Desk(
                    user.territory().institutions(),
                    user.has(PolicyPermissions.HANDLE_REDEMPTION),
                    user.has(PolicyPermissions.HANDLE_DECLARATIONS));
        }

        boolean has(Objection it) {
            return institutions.contains(it.institutionId())
                    && (it.kind() == NoticeKind.REDEMPTION ? redemptions : declarations);
        }
    }

    @Select("<script>select count(*) from redemption_objection o " + OF_INSTITUTIONS + "</script>")
    long countObjections(@Param("desk") Desk desk, @Param("state") @Nullable ObjectionState state);

    /** What waits comes first, the oldest first; then the newest. */
    @Select("<script>" + OBJECTIONS + OF_INSTITUTIONS + """
            order by o.state = 'OPEN' desc, case when o.state = 'OPEN' then o.made_at end, o.made_at desc, o.id
            limit #{page.size} offset #{page.offset}</script>""")
    List<ObjectionView.Row> objections(
            @Param("desk") Desk desk, @Param("state") @Nullable ObjectionState state, @Param("page") PageRequest page);

    @Select(OBJECTIONS + " where o.account_id = #{account} order by o.made_at desc, o.id limit #{most}")
    List<ObjectionView.Row> mine(@Param("account") UUID account, @Param("most") int most);

    @Select(OBJECTIONS + " where o.id = #{id}")
    Optional<ObjectionView.Row> row(UUID id);

    @Select("select count(*) from redemption_objection where application_id = #{application} and state = 'OPEN'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int open(UUID application);

    @Select(
            "select id from redemption_objection where #{notice} in (application_id, declaration_id) and account_id = #{account} and state = 'OPEN'")
    Optional<UUID> openOf(@Param("notice") UUID notice, @Param("account") UUID account);

    /** One whose notice is over and to which nobody objects any more. What another copy has before it is its own. @param passedOver what is not asked for */
    @Select("""
            <script>select id from redemption_application a
            where status = 'IN_NOTICE' and notice_until &lt; #{today}
              and not exists (select 1 from redemption_objection o where o.application_id = a.id and o.state = 'OPEN')
              <if test="!passedOver.isEmpty()">and id not in
                <foreach collection="passedOver" item="it" open="(" separator="," close=")">#{it}</foreach></if>
            order by notice_until, id limit 1 for update skip locked</script>
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<UUID> over(@Param("today") LocalDate today, @Param("passedOver") Set<UUID> passedOver);

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
