package cn.zhengqi.policy.redemption.check;

import cn.zhengqi.data.EntityMapper;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Stores what was found before payments. */
@Mapper
interface PaymentCheckMapper extends EntityMapper<PaymentCheck> {

    /** In the order in which everybody locks them. */
    @Select("<script>select id from redemption_application where id in"
            + " <foreach collection='applications' item='it' open='(' separator=',' close=')'>#{it}</foreach>"
            + " order by id for update</script>")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<UUID> lock(@Param("applications") Collection<UUID> applications);

    /** The last of each application that has any. */
    @Select("""
            <script>select distinct on (application_id) id, application_id, at, standing, audience, against, kept_by, keeper, kept_at, kept_reason, version
            from redemption_check
            where application_id in <foreach collection="applications" item="it" open="(" separator="," close=")">#{it}</foreach>
            order by application_id, seq desc</script>
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<PaymentCheck> last(@Param("applications") Collection<UUID> applications);
}
