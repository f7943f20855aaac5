package cn.zhengqi.code.register;

import cn.zhengqi.user.api.EnterpriseRecord;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RegisteredEnterpriseMapper {

    @Select("""
            select id, uscc, name, legal_rep, town_code, industry_code, status, demo
            from registered_enterprise where id = #{id}""")
    @Nullable
    RegisteredEnterprise find(UUID id);

    /** Empty also for one of which only the older, shorter event was heard. */
    @Select("select entry from registered_enterprise where id = #{id} and entry is not null")
    Optional<EnterpriseRecord> entry(UUID id);

    /** Events have no order: an older state changes nothing. */
    @Insert("""
            insert into registered_enterprise as r (id, uscc, name, legal_rep, town_code, industry_code, status, demo, entry, version)
            values (#{e.id}, #{e.uscc}, #{e.name}, #{e.legalRep}, #{e.townCode}, #{e.industryCode}, #{e.status}, #{e.demo},
              #{e}, #{version})
            on conflict (id) do update set uscc = excluded.uscc, name = excluded.name, legal_rep = excluded.legal_rep,
              town_code = excluded.town_code, industry_code = excluded.industry_code, status = excluded.status,
              demo = excluded.demo, entry = excluded.entry, version = excluded.version
            where r.version <= excluded.version""")
    void put(@Param("e") EnterpriseRecord entry, @Param("version") long version);
}
