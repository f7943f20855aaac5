package cn.zhengqi.user.staff;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffMapper {

    String STAFF = """
            from (select m.account_id, m.institution_id from membership m
                <where>m.institution_id is not null
                  <if test="scope != null">and m.institution_id = any(#{scope}::uuid[])</if>
                  <if test="institutionId != null">and m.institution_id = #{institutionId}</if>
                  <if test="accountId != null">and m.account_id = #{accountId}</if>
                </where> group by m.account_id, m.institution_id) s
              join staff_person a on a.id = s.account_id
              join institution i on i.id = s.institution_id
            <where>
              <if test="pattern != null">and a.display_name ilike #{pattern}</if>
              <if test="enabled != null">and a.enabled = #{enabled}</if>
            </where>
            """;

    String SELF_REGISTERED = """
            from account a left join lateral (
                select e.id, e.name from membership m join enterprise e on e.id = m.enterprise_id
                where m.account_id = a.id order by m.joined_at desc limit 1) e on true
            <where>a.user_type in ('ENTERPRISE', 'CHAMBER', 'PROVIDER', 'TALENT')
              and not exists (select 1 from membership m where m.account_id = a.id and m.institution_id is not null)
              <if test="accountId != null">and a.id = #{accountId}</if>
              <if test="pattern != null">and (a.display_name ilike #{pattern} or exists (
                select 1 from membership m join enterprise x on x.id = m.enterprise_id
                where m.account_id = a.id and x.name ilike #{pattern}))</if>
              <if test="enabled != null">and a.enabled = #{enabled}</if>
            </where>
            """;

    @Select("<script>select count(*) " + STAFF + "</script>")
    long countStaff(
            @Param("scope") @Nullable List<UUID> scope,
            @Param("institutionId") @Nullable UUID institutionId,
            @Param("accountId") @Nullable UUID accountId,
            @Param("pattern") @Nullable String pattern,
            @Param("enabled") @Nullable Boolean enabled);

    @Select("""
            <script>
            select a.id as account_id, a.display_name, a.user_type, i.id as institution_id, i.name as institution_name,
              array(select r.name from membership x join role r on r.code = x.role_code
                where x.account_id = a.id and x.institution_id = i.id and r.code != 'STAFF' order by r.code) as role_names,
              a.enabled, a.demo, a.registered_at
            """ + STAFF + """
            order by a.registered_at desc, a.id limit #{limit} offset #{offset}
            </script>""")
    List<StaffRow> staff(
            @Param("scope") @Nullable List<UUID> scope,
            @Param("institutionId") @Nullable UUID institutionId,
            @Param("accountId") @Nullable UUID accountId,
            @Param("pattern") @Nullable String pattern,
            @Param("enabled") @Nullable Boolean enabled,
            @Param("limit") int limit,
            @Param("offset") long offset);

    @Select("""
            select role_code as role, granted_by_name as by_name, joined_at as at from membership
            where account_id = #{accountId} and institution_id = #{institutionId} order by joined_at""")
    List<StaffDetail.Grant> grants(@Param("accountId") UUID accountId, @Param("institutionId") UUID institutionId);

    @Select("<script>select count(*) " + SELF_REGISTERED + "</script>")
    long countSelfRegistered(
            @Param("accountId") @Nullable UUID accountId,
            @Param("pattern") @Nullable String pattern,
            @Param("enabled") @Nullable Boolean enabled);

    @Select("""
            <script>
            select a.id as account_id, a.display_name, a.user_type, e.id as enterprise_id, e.name as enterprise_name, a.channel,
              a.enabled, a.demo, a.registered_at
            """ + SELF_REGISTERED + """
            order by a.registered_at desc, a.id limit #{limit} offset #{offset}
            </script>""")
    List<EnterpriseAccountRow> selfRegistered(
            @Param("accountId") @Nullable UUID accountId,
            @Param("pattern") @Nullable String pattern,
            @Param("enabled") @Nullable Boolean enabled,
            @Param("limit") int limit,
            @Param("offset") long offset);

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

    @Select(
            "select id, name, type from institution where #{scope}::uuid[] is null or id = any(#{scope}::uuid[]) order by type, id")
    List<ManagedInstitution> institutions(@Param("scope") @Nullable List<UUID> scope);
}
