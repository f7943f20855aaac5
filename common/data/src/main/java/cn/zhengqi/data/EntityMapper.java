package cn.zhengqi.data;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

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

    /** How many the wrapper finds; its order does not matter. */
    default long count(LambdaQueryWrapper<E> wrapper) {
        LambdaQueryWrapper<E> counted = wrapper.clone();
        counted.getExpression().getOrderBy().clear();
        return selectCount(counted);
    }

    /** Hands over what the wrapper finds, row by row; inside a transaction, or the driver reads all of them at once. */
    default void each(LambdaQueryWrapper<E> wrapper, Consumer<? super E> receiver) {
        selectList(wrapper, context -> receiver.accept(context.getResultObject()));
    }

    /**
     * One page of what the wrapper finds. The wrapper brings the order; without one the pages are not stable.
     */
    default Page<E> page(LambdaQueryWrapper<E> wrapper, PageRequest request) {
        long total = count(wrapper);
        if (total <= request.offset()) {
            return Page.of(List.of(), total, request);
        }
        return Page.of(
                selectList(wrapper.last("limit " + request.size() + " offset " + request.offset())), total, request);
    }
}
