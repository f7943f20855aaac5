package cn.zhengqi.data;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mapper of an entity with a UUID as its id. Getters named in lambda conditions must be called {@code getX}: MyBatis-Plus derives the column from it. */
public interface EntityMapper<E> extends BaseMapper<E> {

    default Optional<E> find(UUID id) {
        return Optional.ofNullable(selectById(id));
    }

    /**
     * Stores a changed entity.
     *
     * @throws ProblemException VERSION_CONFLICT when someone else changed it since it was read (entities with {@code @Version})
     */
    default void update(E entity) {
        if (updateById(entity) == 0) {
            throw ProblemException.versionConflict();
        }
    }

    /**
     * One page of what the wrapper finds. The wrapper brings the order; without one the pages are not stable.
     */
    default Page<E> page(LambdaQueryWrapper<E> wrapper, PageRequest request) {
        LambdaQueryWrapper<E> counted = wrapper.clone();
        counted.getExpression().getOrderBy().clear();
        long total = selectCount(counted);
        if (total <= request.offset()) {
            return Page.of(List.of(), total, request);
        }
        return Page.of(
                selectList(wrapper.last("limit " + request.size() + " offset " + request.offset())), total, request);
    }
}
