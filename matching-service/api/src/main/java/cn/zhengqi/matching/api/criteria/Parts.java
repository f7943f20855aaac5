package cn.zhengqi.matching.api.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;

final class Parts {

    private Parts() {}

    /** An empty combination would be met by everyone or no one without saying so. */
    static <T> List<T> notEmpty(@Nullable List<T> parts, String where) {
        if (parts == null || parts.isEmpty()) {
            throw new IllegalArgumentException(where + " needs at least one part");
        }
        return List.copyOf(parts);
    }
}
