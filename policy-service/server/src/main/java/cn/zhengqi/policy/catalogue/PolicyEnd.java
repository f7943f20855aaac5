package cn.zhengqi.policy.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a policy ended under which something was begun that goes on.
 *
 * @param on the day on which it was taken down, or the last of its validity; absent where it was replaced without one
 * @param by the policy in its place; absent also where that cannot be read any more
 */
public record PolicyEnd(
        How how, @Nullable LocalDate on, @Nullable PolicyRef by) {

    /** Why nothing is begun under it any more. */
    public enum How {
        WITHDRAWN,
        EXPIRED,
        SUPERSEDED
    }
}
