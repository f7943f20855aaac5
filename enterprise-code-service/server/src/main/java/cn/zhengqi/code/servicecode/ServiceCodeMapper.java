package cn.zhengqi.code.servicecode;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.data.Scoped;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ServiceCodeMapper extends EntityMapper<ServiceCode> {

    /** By the institution that it was made for, and by who made it. */
    @SuppressWarnings("NullAway") // The getter only names the column, which may be empty.
    Scoped<ServiceCode> SCOPED =
            Scoped.byInstitution(ServiceCode::getInstitutionId).orHandled("created_by = {0}");

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    default Optional<ServiceCode> findWithin(UUID id, DataScope scope) {
        return Optional.ofNullable(
                selectOne(SCOPED.within(scope, new LambdaQueryWrapper<ServiceCode>().eq(ServiceCode::getId, id))));
    }

    default Optional<ServiceCode> byToken(String token) {
        return Optional.ofNullable(
                selectOne(Wrappers.lambdaQuery(ServiceCode.class).eq(ServiceCode::getToken, token)));
    }

    /** Who opens the page again within moments has come once. */
    @Insert("""
            insert into service_code_visit (id, service_code_id, at, account_id, account_name, enterprise_id, enterprise_name)
            select #{visit.id}, #{visit.serviceCodeId}, #{visit.at}, #{visit.accountId}, #{visit.accountName},
              #{visit.enterpriseId}::uuid, #{visit.enterpriseName}::text
            where not exists (select 1 from service_code_visit where account_id = #{visit.accountId}
              and service_code_id = #{visit.serviceCodeId} and enterprise_id is not distinct from #{visit.enterpriseId}::uuid
              and at > #{since})""")
    int visit(@Param("visit") Visit visit, @Param("since") Instant since);

    @Select("""
            select id, service_code_id, at, account_id, account_name, enterprise_id, enterprise_name from service_code_visit
            where service_code_id = #{code} order by at desc, id limit #{size} offset #{offset}""")
    List<Visit> visitsOf(@Param("code") UUID code, @Param("size") int size, @Param("offset") long offset);

    @Select("select count(*) from service_code_visit where service_code_id = #{code}")
    long countVisitsOf(UUID code);
}
