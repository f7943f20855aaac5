package cn.zhengqi.user.membership;

import cn.zhengqi.user.api.Affiliation;
import cn.zhengqi.user.api.InternalPrincipals;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MembershipMapper {

    /** @return 0 when the account is a member in this role already */
    @Insert("""
            insert into membership (id, account_id, enterprise_id, institution_id, role_code, duty, joined_at)
            values (#{id}, #{accountId}, #{enterpriseId}, #{institutionId}, #{roleCode},
              coalesce((select duty from role where code = #{roleCode}), 'NONE'), #{joinedAt})
            on conflict on constraint membership_once do nothing""")
    int insert(Membership membership);

    /** The same membership came once more, with a later code. */
    @Update("""
            update membership set joined_at = #{joinedAt}
            where account_id = #{accountId} and enterprise_id is not distinct from #{enterpriseId}::uuid
            and institution_id is not distinct from #{institutionId}::uuid and role_code = #{roleCode}
            and joined_at < #{joinedAt}""")
    void renew(Membership membership);

    /** Ends those that began before the code that the enterprise holds now, or all where it holds none. */
    @Select(value = """
            delete from membership where enterprise_id = #{enterpriseId}
            and (#{heldSince}::timestamptz is null or joined_at < #{heldSince}::timestamptz)
            returning id, account_id, enterprise_id, institution_id, role_code, joined_at""", affectData = true)
    List<Membership> end(@Param("enterpriseId") UUID enterpriseId, @Nullable @Param("heldSince") Instant heldSince);

    @Insert("""
            insert into former_membership (id, account_id, enterprise_id, institution_id, role_name, joined_at, ended_at, ending, reason)
            values (#{id}, #{ended.accountId}, #{ended.enterpriseId}, #{ended.institutionId},
              (select name from role where code = #{ended.roleCode}), #{ended.joinedAt}, #{at}, #{why}, #{reason})""")
    void keepEnded(
            @Param("id") UUID id,
            @Param("ended") Membership ended,
            @Param("why") MembershipEnding why,
            @Nullable @Param("reason") String reason,
            @Param("at") Instant at);

    @Delete("delete from former_membership where account_id = #{accountId}")
    void forgetEnded(UUID accountId);

    /** @return the membership that ended, if there was one */
    @Select(value = """
            delete from membership where account_id = #{accountId} and institution_id = #{institutionId}
            and role_code = #{role}
            returning id, account_id, enterprise_id, institution_id, role_code, joined_at""", affectData = true)
    List<Membership> leave(
            @Param("accountId") UUID accountId, @Param("institutionId") UUID institutionId, @Param("role") String role);

    /** @return the memberships that ended */
    @Select(value = """
            delete from membership where account_id = #{accountId} and enterprise_id = #{enterpriseId}
            returning id, account_id, enterprise_id, institution_id, role_code, joined_at""", affectData = true)
    List<Membership> leaveEnterprise(@Param("accountId") UUID accountId, @Param("enterpriseId") UUID enterpriseId);

    /** @return null: is no member */
    @Select("select min(joined_at) from membership where account_id = #{accountId} and enterprise_id = #{enterpriseId}")
    @Nullable
    Instant memberSince(@Param("accountId") UUID accountId, @Param("enterpriseId") UUID enterpriseId);

    /** The administrator's role first, should there be several. */
    @Select("""
            select role_code from membership where account_id = #{accountId} and enterprise_id = #{enterpriseId}
            order by role_code limit 1""")
    @Nullable
    String roleIn(@Param("accountId") UUID accountId, @Param("enterpriseId") UUID enterpriseId);

    @Update("""
            update membership set granted_by = #{by}, granted_by_name = #{byName}
            where account_id = #{accountId} and institution_id = #{institutionId} and role_code = #{role}""")
    void signGrant(
            @Param("accountId") UUID accountId,
            @Param("institutionId") UUID institutionId,
            @Param("role") String role,
            @Param("by") UUID by,
            @Param("byName") String byName);

    @Select("""
            select e.id as enterprise_id, e.name as enterprise_name from membership m join enterprise e on e.id = m.enterprise_id
            where m.account_id = #{accountId} and m.role_code = 'ENTERPRISE_ADMIN' and not exists (
              select 1 from membership o left join account a on a.id = o.account_id
              where o.enterprise_id = m.enterprise_id and o.role_code = 'ENTERPRISE_ADMIN' and o.account_id <> m.account_id
                and coalesce(a.enabled, true))
            order by e.name, e.id""")
    List<InternalPrincipals.SoleAdministration> soleAdministrations(UUID accountId);

    /** @return all that ended */
    @Select(value = """
            delete from membership where account_id = #{accountId}
            returning id, account_id, enterprise_id, institution_id, role_code, joined_at""", affectData = true)
    List<Membership> leaveAll(UUID accountId);

    @Select("""
            select role_code from membership where account_id = #{accountId} and institution_id = #{institutionId}
            order by role_code""")
    List<String> rolesAt(@Param("accountId") UUID accountId, @Param("institutionId") UUID institutionId);

    /** Who joins and who closes the account wait for each other, as those do who count with {@link #nextVersion}. */
    @Insert("""
            insert into member_version (account_id, version) values (#{accountId}, 0)
            on conflict (account_id) do update set version = member_version.version""")
    void takeTurn(UUID accountId);

    /** Those who take, leave or hand over the administration of an enterprise wait for each other on its row. */
    @Select("""
            select e.id from enterprise e where e.id in (select enterprise_id from membership where account_id = #{accountId})
            order by e.id for update""")
    List<UUID> lockEnterprisesOf(UUID accountId);

    @Insert("insert into closed_account (account_id, closed_at) values (#{accountId}, #{at}) on conflict do nothing")
    void close(@Param("accountId") UUID accountId, @Param("at") Instant at);

    @Select("select exists (select 1 from closed_account where account_id = #{accountId})")
    boolean isClosed(UUID accountId);

    @Select("""
            select exists (select 1 from membership where enterprise_id = #{enterpriseId} and role_code = 'ENTERPRISE_ADMIN')""")
    boolean hasAdmin(UUID enterpriseId);

    /** Counts what happens to the memberships of an account; two at once wait for each other. */
    @Select(value = """
            insert into member_version as v (account_id, version) values (#{accountId}, 1)
            on conflict (account_id) do update set version = v.version + 1
            returning version""", affectData = true)
    long nextVersion(UUID accountId);

    /** Latest first. */
    @Select("""
            select id, account_id, enterprise_id, institution_id, role_code, joined_at from membership
            where account_id = #{accountId} order by joined_at desc, id desc""")
    List<Membership> of(UUID accountId);

    @Select("""
            select distinct on (m.account_id) m.account_id, coalesce(i.name, e.name) as name
            from membership m left join institution i on i.id = m.institution_id left join enterprise e on e.id = m.enterprise_id
            where m.account_id = any(#{accounts}::uuid[])
            order by m.account_id, m.joined_at desc, m.id desc""")
    List<Affiliation> affiliations(@Param("accounts") List<UUID> accounts);

    /** What those are called that an institution made itself; preset ones have words everywhere. */
    @Select("""
            <script>select name from role where institution_id is not null and code in
            <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>
            order by name</script>""")
    List<String> ownRoleNames(@Param("roles") Collection<String> roles);
}
