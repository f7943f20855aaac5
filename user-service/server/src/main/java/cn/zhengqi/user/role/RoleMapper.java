package cn.zhengqi.user.role;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RoleMapper {

    String ROLE = """
            select r.code, r.name, r.description, r.institution_id, i.name as institution_name, r.holders, r.duty, r.created_by,
              r.created_by_name, r.created_at, r.updated_by, r.updated_by_name, r.updated_at, r.version
            from role r left join institution i on i.id = r.institution_id
            """;

    /** Own roles of the institutions in scope; preset ones of the caller's type of institution. */
    String VISIBLE = """
            <where>
              <if test="q.scope != null">and (r.institution_id = any(#{q.scope}::uuid[])
                or (r.institution_id is null and #{q.type} = any(r.holders)))</if>
              <if test="q.filter.preset != null and q.filter.preset">and r.institution_id is null</if>
              <if test="q.filter.preset != null and !q.filter.preset">and r.institution_id is not null</if>
              <if test="q.pattern != null">and r.name ilike #{q.pattern}</if>
            </where>
            """;

    @Select("<script>select count(*) from role r " + VISIBLE + "</script>")
    long count(@Param("q") RoleFilter.Query q);

    @Select("""
            <script>
            select r.code, r.name, r.description, i.name as institution_name, r.institution_id is null as preset, r.duty,
              (select count(*)::int from role_permission p where p.role_code = r.code) as permissions,
              (select count(*)::int from membership m where m.role_code = r.code
                <if test="q.scope != null">and m.institution_id = any(#{q.scope}::uuid[])</if>) as members,
              r.updated_by_name, r.updated_at, r.version
            from role r left join institution i on i.id = r.institution_id
            """ + VISIBLE + """
            order by
            <choose>
              <when test="q.order.name() == 'NAME'">r.name <if test="!q.ascending">desc</if></when>
              <when test="q.order.name() == 'PERMISSIONS'">permissions <if test="!q.ascending">desc</if></when>
              <when test="q.order.name() == 'MEMBERS'">members <if test="!q.ascending">desc</if></when>
              <when test="q.order.name() == 'UPDATED_AT'">r.updated_at <if test="!q.ascending">desc</if> nulls last</when>
              <otherwise>r.institution_id is null desc</otherwise>
            </choose>
            , r.code limit #{limit} offset #{offset}
            </script>""")
    List<RoleRow> list(@Param("q") RoleFilter.Query q, @Param("limit") long limit, @Param("offset") long offset);

    @Select(ROLE + "where r.code = #{code}")
    Optional<Role> find(String code);

    /** Roles that people of this institution may have: preset ones for its type, own ones of it and of those above. */
    @Select("""
            with recursive above (id, parent_id) as (
              select id, parent_id from institution where id = #{institutionId}
              union select i.id, i.parent_id from institution i join above a on i.id = a.parent_id)
            """ + ROLE + """
            where r.institution_id in (select id from above)
              or (r.institution_id is null and #{type} = any(r.holders) and r.code != 'STAFF')
            order by r.institution_id is null desc, r.code""")
    List<Role> available(@Param("institutionId") UUID institutionId, @Param("type") String type);

    @Select("select permission from role_permission where role_code = #{code} order by permission")
    List<String> permissions(String code);

    @Select("""
            <script>select distinct permission from role_permission where role_code in
            <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>
            order by permission</script>""")
    List<String> permissionsOf(@Param("roles") Collection<String> roles);

    /**
     * Roles that people of this institution have now who may sign in; none that is a duty of the platform. Who works for several institutions acts for the
     * one joined last.
     */
    @Select("""
            select distinct m.role_code from membership m join account a on a.id = m.account_id and a.enabled
            where m.institution_id = #{institutionId} and m.duty = 'NONE'
              and not exists (select 1 from membership later where later.account_id = m.account_id
                and later.institution_id != m.institution_id
                and later.joined_at > (select max(joined_at) from membership own
                  where own.account_id = m.account_id and own.institution_id = m.institution_id))""")
    Set<String> ofPeopleAt(UUID institutionId);

    /** @param scope institutions whose people are named; null: of all */
    @Select("""
            <script>
            select coalesce(a.display_name, '（账号 ' || left(m.account_id::text, 8) || '）')
            from membership m left join account a on a.id = m.account_id
            where m.role_code = #{code}
              <if test="scope != null">and m.institution_id = any(#{scope}::uuid[])</if>
            order by m.joined_at, m.id limit 50
            </script>""")
    List<String> memberNames(@Param("code") String code, @Param("scope") UUID @Nullable [] scope);

    @Select("select name from role where code = any(#{codes}::text[]) order by code")
    List<String> names(@Param("codes") String[] codes);

    @Select("select distinct account_id from membership where role_code = #{code}")
    List<UUID> members(String code);

    @Insert("""
            insert into role (code, name, description, institution_id, duty, created_by, created_by_name, created_at,
              updated_by, updated_by_name, updated_at)
            values (#{code}, #{name}, #{description}, #{institutionId}, #{duty}, #{createdBy}, #{createdByName}, #{createdAt},
              #{createdBy}, #{createdByName}, #{createdAt})""")
    void insert(Role role);

    /** @return 0 when someone else changed it since it was read */
    @Update("""
            update role set name = #{name}, description = #{description}, duty = #{duty}, updated_by = #{updatedBy},
              updated_by_name = #{updatedByName}, updated_at = #{updatedAt}, version = version + 1
            where code = #{code} and version = #{version}""")
    int update(Role role);

    /** @return 0 when someone else changed it since it was read */
    @Update("""
            update role set updated_by = #{by}, updated_by_name = #{byName}, updated_at = #{at}, version = version + 1
            where code = #{code} and version = #{version}""")
    int touch(
            @Param("code") String code,
            @Param("by") UUID by,
            @Param("byName") String byName,
            @Param("at") Instant at,
            @Param("version") int version);

    @Delete("delete from role_permission where role_code = #{code}")
    void clearPermissions(String code);

    @Insert("""
            <script>insert into role_permission (role_code, permission) values
            <foreach collection="permissions" item="permission" separator=",">(#{code}, #{permission})</foreach></script>""")
    void putPermissions(@Param("code") String code, @Param("permissions") Collection<String> permissions);

    @Delete("delete from role where code = #{code} and version = #{version}")
    int delete(@Param("code") String code, @Param("version") int version);
}
