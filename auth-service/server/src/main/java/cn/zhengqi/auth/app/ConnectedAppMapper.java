package cn.zhengqi.auth.app;

import cn.zhengqi.data.EntityMapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ConnectedAppMapper extends EntityMapper<ConnectedApp> {

    default Optional<ConnectedApp> byClientId(String clientId) {
        return Optional.ofNullable(
                selectOne(Wrappers.lambdaQuery(ConnectedApp.class).eq(ConnectedApp::getClientId, clientId)));
    }
}
