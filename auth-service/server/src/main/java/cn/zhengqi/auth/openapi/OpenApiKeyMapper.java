package cn.zhengqi.auth.openapi;

import cn.zhengqi.data.EntityMapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OpenApiKeyMapper extends EntityMapper<OpenApiKey> {

    default Optional<OpenApiKey> byKeyId(String keyId) {
        return Optional.ofNullable(
                selectOne(Wrappers.lambdaQuery(OpenApiKey.class).eq(OpenApiKey::getKeyId, keyId)));
    }

    /** How many keys an owner has that may still be used, or may come into use. */
    default long open(UUID owner) {
        return selectCount(Wrappers.lambdaQuery(OpenApiKey.class)
                .eq(OpenApiKey::getOwnerId, owner)
                .in(OpenApiKey::getStatus, KeyStatus.OPEN));
    }

    /** Until the end of the transaction nobody else applies for a key of the same owner. */
    @Select("select 1 from (select pg_advisory_xact_lock(hashtext('keys of'), hashtext(#{owner}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lock(UUID owner);
}
