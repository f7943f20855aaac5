package cn.zhengqi.user.register;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.data.Scoped;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface EnterpriseMapper extends EntityMapper<Enterprise> {

    /** By the town in which it lies. */
    Scoped<Enterprise> SCOPED = Scoped.byTown(Enterprise::getTownCode);

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    default Optional<Enterprise> findWithin(UUID id, DataScope scope) {
        return Optional.ofNullable(
                selectOne(SCOPED.within(scope, new LambdaQueryWrapper<Enterprise>().eq(Enterprise::getId, id))));
    }
}
