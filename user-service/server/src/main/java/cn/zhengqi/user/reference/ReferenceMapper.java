package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InstitutionType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReferenceMapper {

    @Select("select revision from reference_revision")
    long revision();

    /** Before the first row is touched: edits wait for each other, so that what they have checked still holds. */
    @Update("update reference_revision set revision = revision + 1")
    void revise();

    /** Names are wanted for what is retired as well. */
    @Select("select code, name, type from town order by code")
    List<Town> towns();

    @Select("select code, name, level, parent_code from industry order by code")
    List<Industry> industries();

    @Select("select code, name, type, town_code from park order by code")
    List<Park> parks();

    @Select(
            "select code, name from dictionary_item where parent_code = #{category} and retired_at is null order by code")
    List<DictionaryItem> dictionary(String category);

    @Select("""
            select kind || ':' || code from reference_item where retired_at is not null
            union all select 'INSTITUTION:' || id from institution where retired_at is not null""")
    Set<String> retired();

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
            insert into town (code, name, type, loaded) values (#{code}, #{name}, #{type}, true)
            on conflict (code) do update set name = excluded.name, type = excluded.type, loaded = true
              where not town.edited""")
    void put(Town town);

    @Insert("""
            <script>insert into industry (code, name, level, parent_code, loaded) values
            <foreach collection="rows" item="row" separator=",">(#{row.code}, #{row.name}, #{row.level}, #{row.parentCode}, true)</foreach>
            on conflict (code) do update set name = excluded.name, level = excluded.level, loaded = true
              where not industry.edited</script>""")
    void putAll(@Param("rows") List<Industry> rows);

    @Insert("""
            insert into division (code, name, level, parent_code, loaded)
            values (#{code}, #{name}, #{level}, (select code from division where code = #{parent}), true)
            on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code, loaded = true
              where not division.edited""")
    void putDivision(
            @Param("code") String code,
            @Param("name") String name,
            @Param("level") String level,
            @Param("parent") @Nullable String parent);

    @Insert("""
            insert into institution (id, code, name, type, aliases, loaded)
            values (#{id}, #{code}, #{name}, #{type}, #{aliases}, true)
            on conflict (code) do update set aliases = excluded.aliases,
              name = case when institution.edited then institution.name else excluded.name end""")
    void putInstitution(
            @Param("id") UUID id,
            @Param("code") String code,
            @Param("name") String name,
            @Param("type") InstitutionType type,
            @Param("aliases") List<String> aliases);
}
