package cn.zhengqi.auth.openapi;

import cn.zhengqi.data.EntityMapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface OpenApiKeyMapper extends EntityMapper<OpenApiKey> {

    default Optional<OpenApiKey> byKeyId(String keyId) {
        return Optional.ofNullable(
                selectOne(Wrappers.lambdaQuery(OpenApiKey.class).eq(OpenApiKey::getKeyId, keyId)));
    }
}
