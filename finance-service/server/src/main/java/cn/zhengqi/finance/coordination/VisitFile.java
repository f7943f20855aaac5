package cn.zhengqi.finance.coordination;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or a paper of a visit.
 *
 * @param size bytes
 * @param words what is to be seen, where its officer said so
 */
public record VisitFile(
        UUID id,
        String name,
        String contentType,
        long size,
        @Nullable String words) {}
