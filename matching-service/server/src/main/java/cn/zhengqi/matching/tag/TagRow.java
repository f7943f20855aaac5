package cn.zhengqi.matching.tag;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag in the list of the library.
 *
 * @param derived whether it follows from conditions, or is set by hand
 * @param holders how many within the reader's reach have it by hand; absent where it is derived
 */
public record TagRow(
        UUID id,
        TagSubject subject,
        TagKind kind,
        String category,
        String name,
        @Nullable String description,
        boolean derived,
        boolean retired,
        @Nullable Long holders,
        OffsetDateTime updatedAt,
        int version) {}
