package cn.zhengqi.code.register;

import cn.zhengqi.user.api.EnterpriseRegistered;
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

    /** Events have no order: an older state changes nothing. */
    @Insert("""
            insert into registered_enterprise as r (id, uscc, name, legal_rep, town_code, industry_code, status, demo, version)
            values (#{e.enterpriseId}, #{e.uscc}, #{e.name}, #{e.legalRep}, #{e.townCode}, #{e.industryCode}, #{e.status},
              #{e.demo}, #{version})
            on conflict (id) do update set uscc = excluded.uscc, name = excluded.name, legal_rep = excluded.legal_rep,
              town_code = excluded.town_code, industry_code = excluded.industry_code, status = excluded.status,
              demo = excluded.demo, version = excluded.version
            where r.version <= excluded.version""")
    void put(@Param("e") EnterpriseRegistered enterprise, @Param("version") long version);
}
