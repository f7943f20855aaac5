package cn.zhengqi.data;

import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.support.SFunction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the caller may see, as an explicit part of a query: all, those of one enterprise, those of one institution, or none. In SQL written by
 * hand bind {@link #enterpriseId} and {@link #institutionId}: a null means "not restricted by this one"; {@link #isNone} must have been asked before.
 */
public record DataScope(Extent extent, @Nullable UUID owner) {

    public enum Extent {
        ALL,
        ENTERPRISE,
        INSTITUTION,
        NONE
    }

    public DataScope {
        if ((owner == null) != (extent == Extent.ALL || extent == Extent.NONE)) {
            throw new IllegalArgumentException(extent + " with owner " + owner);
        }
    }

    public static DataScope all() {
        return new DataScope(Extent.ALL, null);
    }

    public static DataScope ofEnterprise(UUID enterpriseId) {
        return new DataScope(Extent.ENTERPRISE, enterpriseId);
    }

    public static DataScope ofInstitution(UUID institutionId) {
        return new DataScope(Extent.INSTITUTION, institutionId);
    }

    /** Sees nothing: a caller without the enterprise or institution that the query would be about. */
    public static DataScope none() {
        return new DataScope(Extent.NONE, null);
    }

    public boolean isNone() {
        return extent == Extent.NONE;
    }

    public @Nullable UUID enterpriseId() {
        return extent == Extent.ENTERPRISE ? owner : null;
    }

    public @Nullable UUID institutionId() {
        return extent == Extent.INSTITUTION ? owner : null;
    }

    /**
     * Adds this scope to a query.
     *
     * @param enterprise column of the owning enterprise; null: an enterprise sees no row of this table
     * @param institution column of the responsible institution; null: an institution sees no row of this table
     */
    public <E> LambdaQueryWrapper<E> restrict(
            LambdaQueryWrapper<E> query, @Nullable SFunction<E, ?> enterprise, @Nullable SFunction<E, ?> institution) {
        return switch (extent) {
            case ALL -> query;
            case ENTERPRISE -> enterprise == null ? query.apply("false") : query.eq(enterprise, owner);
            case INSTITUTION -> institution == null ? query.apply("false") : query.eq(institution, owner);
            case NONE -> query.apply("false");
        };
    }

    /** The same for one row that was already read. */
    public boolean permits(@Nullable UUID enterpriseId, @Nullable UUID institutionId) {
        return switch (extent) {
            case ALL -> true;
            case ENTERPRISE -> owner != null && owner.equals(enterpriseId);
            case INSTITUTION -> owner != null && owner.equals(institutionId);
            case NONE -> false;
        };
    }
}
