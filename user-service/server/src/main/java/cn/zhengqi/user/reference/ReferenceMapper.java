package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReferenceMapper {

    @Select("select code, name, type from town order by code")
    List<Town> towns();

    @Select("select code, name, level, parent_code from industry order by code")
    List<Industry> industries();

    @Select("select id, code, name, type from institution order by type, id")
    List<Institution> institutions();

    @Select("select id from institution where code = #{code}")
    @Nullable
    UUID institutionId(String code);

    @Select("select sha256 from reference_file where name = #{name}")
    @Nullable
    String loadedHash(String name);

    @Insert("""
            insert into reference_file (name, sha256) values (#{name}, #{sha256})
            on conflict (name) do update set sha256 = excluded.sha256, loaded_at = now()""")
    void recordLoaded(@Param("name") String name, @Param("sha256") String sha256);

    @Insert("""
            insert into town (code, name, type) values (#{code}, #{name}, #{type})
            on conflict (code) do update set name = excluded.name, type = excluded.type""")
    void put(Town town);

    @Insert("""
            <script>insert into industry (code, name, level, parent_code) values
            <foreach collection="rows" item="row" separator=",">(#{row.code}, #{row.name}, #{row.level}, #{row.parentCode})</foreach>
            on conflict (code) do update set name = excluded.name, level = excluded.level</script>""")
    void putAll(@Param("rows") List<Industry> rows);

    @Insert("""
            insert into institution (id, code, name, type, aliases)
            values (#{id}, #{code}, #{name}, #{type}, #{aliases})
            on conflict (code) do update set name = excluded.name, aliases = excluded.aliases""")
    void putInstitution(
            @Param("id") UUID id,
            @Param("code") String code,
            @Param("name") String name,
            @Param("type") InstitutionType type,
            @Param("aliases") List<String> aliases);
}
