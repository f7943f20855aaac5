package cn.zhengqi.finance.enterprise;

import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** The local copy of the enterprise register. */
@Mapper
public interface EnterpriseMapper {

    @Select("select id, uscc, name, town_code, demo, changed_at from enterprise where id = #{id}")
    Optional<Enterprise> find(UUID id);

    /** An older event that comes later changes nothing. */
    @Insert("""
            insert into enterprise (id, uscc, name, town_code, demo, changed_at, register_version)
            values (#{it.id}, #{it.uscc}, #{it.name}, #{it.townCode}, #{it.demo}, #{it.changedAt}, #{version})
            on conflict (id) do update
                set uscc = excluded.uscc, name = excluded.name, town_code = excluded.town_code, demo = excluded.demo,
                    changed_at = excluded.changed_at, register_version = excluded.register_version
                where enterprise.register_version < excluded.register_version
            """)
    void save(Enterprise it, long version);
}
