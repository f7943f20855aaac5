package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.FieldRule;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RoleFieldMapper {

    record Said(String field, FieldRule rule) {}

    @Select("select field, rule from role_field where role_code = #{role} order by field")
    List<Said> of(String role);

    /**
     * What roles together say of fields: the most permissive of what one says, and of what another without a word shows, and lets be changed, by its
     * permissions.
     * Of fields that none of them names nothing is said.
     */
    @Select("""
            <script>
            with said as (select role_code, field, rule from role_field where role_code in
              <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>)
            select field, (array['HIDDEN', 'MASKED', 'PLAIN', 'EDITABLE'])[max(array_position(array['HIDDEN', 'MASKED', 'PLAIN', 'EDITABLE'], rule))] as rule
            from (
              select field, rule from said
              union all
              select f.code, case when exists (select 1 from role_permission e
                  where e.role_code = p.role_code and e.permission = any (f.editable_for)) then 'EDITABLE' else 'PLAIN' end
              from sensitive_field f
              join role_permission p on p.permission = any (f.plain_for) and p.role_code in
                <foreach collection="roles" item="role" open="(" separator="," close=")">#{role}</foreach>
              where f.code in (select field from said)
                and not exists (select 1 from said own where own.role_code = p.role_code and own.field = f.code)) shown
            group by field
            </script>""")
    List<Said> together(@Param("roles") Collection<String> roles);

    @Delete("delete from role_field where role_code = #{role}")
    void clear(String role);

    @Insert("insert into role_field (role_code, field, rule) values (#{role}, #{field}, #{rule})")
    void put(@Param("role") String role, @Param("field") String field, @Param("rule") FieldRule rule);
}
