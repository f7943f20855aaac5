package cn.zhengqi.user.role;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RoleScopeMapper {

    record Said(
            String roleCode,
            String resource,
            String holder,
            String kind,
            List<String> towns,
            List<UUID> institutions) {}

    record Held(String roleCode, String permission) {}

    @Select("""
            <script>select role_code, resource, holder, kind, towns, institutions from role_scope where role_code in
            <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>
            order by resource, holder</script>""")
    List<Said> of(@Param("roles") Collection<String> roles);

    @Select("""
            <script>select role_code, permission from role_permission where role_code in
            <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach></script>""")
    List<Held> permissions(@Param("roles") Collection<String> roles);

    @Delete("delete from role_scope where role_code = #{role}")
    void clear(String role);

    @Insert("""
            insert into role_scope (role_code, resource, kind, towns, institutions)
            values (#{role}, #{resource}, #{kind}, #{towns}::text[], #{institutions}::uuid[])""")
    void put(
            @Param("role") String role,
            @Param("resource") String resource,
            @Param("kind") String kind,
            @Param("towns") List<String> towns,
            @Param("institutions") List<UUID> institutions);
}
