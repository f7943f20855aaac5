package cn.zhengqi.promise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A branch of who promised: the case lies there, in its pool or with somebody of it. By its identity in user-service.
 *
 * @param name as it was called then; null where the service of the case knows none
 */
public record PromiseBranch(UUID id, @Nullable String name) {}
