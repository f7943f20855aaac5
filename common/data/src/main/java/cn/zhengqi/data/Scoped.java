package cn.zhengqi.data;

import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import org.jspecify.annotations.Nullable;

/**
 * By which columns of a table a {@link DataScope} is asked; by what the table has no column for, nobody sees a row of it. Each column that is named needs
 * its index.
 *
 * @param town null: of no town
 * @param institution null: of no institution
 * @param handled condition for what a person handled, with {@code {0}} for their account
 */
public record Scoped<E>(
        @Nullable SFunction<E, ?> town,
        @Nullable SFunction<E, ?> institution,
        @Nullable String handled) {

    public static <E> Scoped<E> byTown(SFunction<E, ?> town) {
        return new Scoped<>(town, null, null);
    }

    public static <E> Scoped<E> byInstitution(SFunction<E, ?> institution) {
        return new Scoped<>(null, institution, null);
    }

    public Scoped<E> orHandled(String condition) {
        return new Scoped<>(town, institution, condition);
    }

    /** Adds the scope to the conditions of a query; before its order. */
    public LambdaQueryWrapper<E> within(DataScope scope, LambdaQueryWrapper<E> query) {
        if (scope.everything()) {
            return query;
        }
        return query.and(any -> {
            any.apply("false");
            if (town != null && !scope.towns().isEmpty()) {
                any.or().in(town, scope.towns());
            }
            if (institution != null && !scope.institutions().isEmpty()) {
                any.or().in(institution, scope.institutions());
            }
            if (handled != null && scope.person() != null) {
                any.or().apply(handled, scope.person());
            }
        });
    }
}
