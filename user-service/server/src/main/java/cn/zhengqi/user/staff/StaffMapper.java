package cn.zhengqi.user.staff;

import cn.zhengqi.user.role.Duty;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffMapper {

    String STAFF = """
            from (select m.account_id, m.institution_id from membership m
                <where>m.institution_id is not null
                  <if test="q.scope != null">and m.institution_id = any(#{q.scope}::uuid[])</if>
                  <if test="q.filter.institutionId != null">and m.institution_id = #{q.filter.institutionId}</if>
                  <if test="q.accountId != null">and m.account_id = #{q.accountId}</if>
                </where> group by m.account_id, m.institution_id) s
              join staff_person a on a.id = s.account_id
              join institution i on i.id = s.institution_id
            <where>
              <if test="q.pattern != null">and a.display_name ilike #{q.pattern}</if>
              <if test="q.filter.enabled != null">and a.enabled = #{q.filter.enabled}</if>
              <if test="q.filter.role != null">and exists (select 1 from membership x where x.account_id = s.account_id
                and x.institution_id = s.institution_id and x.role_code = #{q.filter.role})</if>
              <if test="q.filter.granted != null">and <if test="!q.filter.granted">not</if> exists (
                select 1 from membership x where x.account_id = s.account_id and x.institution_id = s.institution_id
                and x.role_code != 'STAFF')</if>
            </where>
            """;

    String STAFF_ROWS = """
            select a.id as account_id, a.display_name, a.user_type, i.id as institution_id, i.name as institution_name,
              array(select r.name from membership x join role r on r.code = x.role_code
                where x.account_id = a.id and x.institution_id = i.id and r.code != 'STAFF' order by r.code) as role_names,
              a.enabled, a.demo, a.registered_at
            """ + STAFF + """
            order by
            <choose>
              <when test="q.order.name() == 'DISPLAY_NAME'">a.display_name</when>
              <when test="q.order.name() == 'INSTITUTION_NAME'">i.name</when>
              <otherwise>a.registered_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, a.id
            """;

    String SELF_REGISTERED = """
            from account a left join lateral (
                select e.id, e.name from membership m join enterprise e on e.id = m.enterprise_id
                where m.account_id = a.id order by m.joined_at desc limit 1) e on true
            <where>a.user_type in ('ENTERPRISE', 'CHAMBER', 'PROVIDER', 'TALENT')
              and not exists (select 1 from membership m where m.account_id = a.id and m.institution_id is not null)
              <if test="!q.scope.everything">and (false <if test="!q.scope.towns.isEmpty()">or exists (
                select 1 from membership m join enterprise x on x.id = m.enterprise_id where m.account_id = a.id and x.town_code in
                <foreach collection="q.scope.towns" item="town" open="(" separator="," close=")">#{town}</foreach>)</if>)</if>
              <if test="q.accountId != null">and a.id = #{q.accountId}</if>
              <if test="q.pattern != null">and (a.display_name ilike #{q.pattern} or exists (
                select 1 from membership m join enterprise x on x.id = m.enterprise_id
                where m.account_id = a.id and x.name ilike #{q.pattern}))</if>
              <if test="q.filter.enabled != null">and a.enabled = #{q.filter.enabled}</if>
              <if test="q.filter.channel != null">and a.channel = #{q.filter.channel}</if>
              <if test="q.from != null">and a.registered_at &gt;= #{q.from}</if>
              <if test="q.until != null">and a.registered_at &lt; #{q.until}</if>
            </where>
            """;

    String SELF_REGISTERED_ROWS = """
            select a.id as account_id, a.display_name, a.user_type, e.id as enterprise_id, e.name as enterprise_name, a.channel,
              a.enabled, a.demo, a.registered_at
            """ + SELF_REGISTERED + """
            order by
            <choose><when test="q.order.name() == 'DISPLAY_NAME'">a.display_name</when><otherwise>a.registered_at</otherwise></choose>
            <if test="!q.ascending">desc</if>, a.id
            """;

    @Select("<script>select count(*) " + STAFF + "</script>")
    long countStaff(@Param("q") StaffFilter.Query q);

    @Select("<script>" + STAFF_ROWS + " limit #{limit} offset #{offset}</script>")
    List<StaffRow> staff(@Param("q") StaffFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>" + STAFF_ROWS + "</script>")
    @ResultType(StaffRow.class)
    void eachStaff(@Param("q") StaffFilter.Query q, ResultHandler<StaffRow> handler);

    @Select("""
            select role_code as role, granted_by_name as by_name, joined_at as at from membership
            where account_id = #{accountId} and institution_id = #{institutionId} order by joined_at""")
    List<StaffDetail.Grant> grants(@Param("accountId") UUID accountId, @Param("institutionId") UUID institutionId);

    @Select("<script>select count(*) " + SELF_REGISTERED + "</script>")
    long countSelfRegistered(@Param("q") EnterpriseAccountFilter.Query q);

    @Select("<script>" + SELF_REGISTERED_ROWS + " limit #{limit} offset #{offset}</script>")
    List<EnterpriseAccountRow> selfRegistered(
            @Param("q") EnterpriseAccountFilter.Query q, @Param("limit") int limit, @Param("offset") long offset);

    /** Row by row; inside a transaction. */
    @Select("<script>" + SELF_REGISTERED_ROWS + "</script>")
    @ResultType(EnterpriseAccountRow.class)
    void eachSelfRegistered(@Param("q") EnterpriseAccountFilter.Query q, ResultHandler<EnterpriseAccountRow> handler);

    @Select("""
            select e.id, e.name, r.name as role_name, m.joined_at from membership m
            join enterprise e on e.id = m.enterprise_id join role r on r.code = m.role_code
            where m.account_id = #{accountId} order by m.joined_at desc""")
    List<EnterpriseAccountDetail.EnterpriseOfAccount> enterprises(UUID accountId);

    /** Whether the account has one of the three duties that the other has not. */
    @Select("""
            select exists (select 1 from membership m where m.account_id = #{accountId} and m.duty != 'NONE'
              and not exists (select 1 from membership o where o.account_id = #{other} and o.duty = m.duty))""")
    boolean hasDutyThatLacks(@Param("accountId") UUID accountId, @Param("other") UUID other);

    /** Whether the account may do anything that is not among these: what everybody may does not count. */
    @Select("""
            select exists (select 1 from membership m join role_permission p on p.role_code = m.role_code
              where m.account_id = #{accountId} and p.permission <> 'self' and p.permission <> all(#{held}::text[]))""")
    boolean mayMoreThan(@Param("accountId") UUID accountId, @Param("held") List<String> held);

    @Select(
            "select id, name, type from institution where #{scope}::uuid[] is null or id = any(#{scope}::uuid[]) order by type, id")
    List<ManagedInstitution> institutions(@Param("scope") @Nullable List<UUID> scope);

    /** From the primary, and so until the commit: who retires it waits, or was waited for. */
    @Select("select retired_at is not null from institution where id = #{id} for share")
    boolean isRetired(UUID id);

    /** Who else does it and may sign in. They are held until the commit: two who take it from each other's last one do not both find somebody. */
    @Select("""
            select m.account_id from membership m left join account a on a.id = m.account_id
            where m.duty = #{duty} and m.account_id <> #{account} and coalesce(a.enabled, true)
            order by m.account_id for update of m""")
    List<UUID> othersWithDuty(@Param("duty") Duty duty, @Param("account") UUID account);
}
