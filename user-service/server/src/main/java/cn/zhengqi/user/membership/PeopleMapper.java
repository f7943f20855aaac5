package cn.zhengqi.user.membership;

import cn.zhengqi.user.api.InternalPrincipals;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Which people of institutions may do something, and where each of them acts. */
@Mapper
interface PeopleMapper {

    /** Of those who work for several institutions, each acts for the one joined last: there alone a token has the permission. */
    String ACTS_THERE = """
            not exists (select 1 from membership later where later.account_id = m.account_id
              and later.institution_id <> m.institution_id
              and later.joined_at > (select max(joined_at) from membership own
                where own.account_id = m.account_id and own.institution_id = m.institution_id))
            """;

    /** Whose account is switched off is not among them. @param above whether those of all institutions above it are */
    @Select("""
            with recursive here (id, parent_id) as (
              select id, parent_id from institution where id = #{institutionId}::uuid
              union select parent.id, parent.parent_id from institution parent join here on parent.id = here.parent_id
              where #{above})
            select distinct m.account_id from membership m join role_permission p on p.role_code = m.role_code
              join institution i on i.id = m.institution_id
              left join account a on a.id = m.account_id
            where (#{institutionId}::uuid is null or m.institution_id in (select id from here)) and p.permission = #{permission}
              and not (#{withoutOperators} and i.type = 'OPERATOR')
              and coalesce(a.enabled, true)
              and
            """ + ACTS_THERE)
    Set<UUID> peopleWho(
            @Nullable @Param("institutionId") UUID institutionId,
            @Param("permission") String permission,
            @Param("withoutOperators") boolean withoutOperators,
            @Param("above") boolean above);

    /** As {@link #peopleWho}, with the institution's whole tree below it. */
    @Select("""
            with recursive below (id) as (
              select id from institution where id = #{institutionId}
              union select child.id from institution child join below on child.parent_id = below.id)
            select distinct a.id as account_id, a.display_name as name, i.id as institution_id, i.name as institution_name
            from below join institution i on i.id = below.id
              join membership m on m.institution_id = i.id
              join role_permission p on p.role_code = m.role_code and p.permission = #{permission}
              join staff_person a on a.id = m.account_id and a.enabled
            where
            """ + ACTS_THERE + """
            order by institution_name, name, account_id""")
    List<InternalPrincipals.StaffMember> staff(
            @Param("institutionId") UUID institutionId, @Param("permission") String permission);

    /** @param holders names of types of institutions */
    record RoleOfInstitutions(String code, String name, List<String> holders) {}

    @Select("""
            select r.code, r.name, case when r.institution_id is null then r.holders else array['OPERATOR'] end as holders
            from role r left join institution i on i.id = r.institution_id
            where r.code != 'STAFF' and (i.type = 'OPERATOR'
              or (r.institution_id is null and r.holders && array['BANK', 'DEPARTMENT', 'TOWN', 'OPERATOR', 'CHAMBER', 'PROVIDER']))
            order by r.institution_id is null desc, r.code""")
    List<RoleOfInstitutions> rolesOfInstitutions();

    @Select("""
            select distinct m.account_id from membership m join institution i on i.id = m.institution_id
              left join account a on a.id = m.account_id
            where m.role_code = #{role} and coalesce(a.enabled, true)
              and (m.institution_id = #{institutionId}::uuid or (#{institutionId}::uuid is null and i.type = 'OPERATOR'))
              and
            """ + ACTS_THERE)
    Set<UUID> holders(@Nullable @Param("institutionId") UUID institutionId, @Param("role") String role);

    /** For which institution somebody acts, and all roles that they have there. */
    record Post(UUID accountId, UUID institutionId, List<String> roles) {}

    @Select("""
            select m.account_id, m.institution_id, array_agg(m.role_code order by m.role_code) as roles from membership m
            where m.account_id = any(#{people}::uuid[]) and m.institution_id = (
              select latest.institution_id from membership latest
              where latest.account_id = m.account_id and latest.institution_id is not null
              order by latest.joined_at desc, latest.id desc limit 1)
            group by m.account_id, m.institution_id""")
    List<Post> posts(@Param("people") List<UUID> people);
}
