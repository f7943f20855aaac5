package cn.zhengqi.user.role;

import cn.zhengqi.kernel.permission.FieldRule;
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

    @Delete("delete from role_field where role_code = #{role}")
    void clear(String role);

    @Insert("insert into role_field (role_code, field, rule) values (#{role}, #{field}, #{rule})")
    void put(@Param("role") String role, @Param("field") String field, @Param("rule") FieldRule rule);
}
