package cn.zhengqi.matching.tag;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag of one enterprise.
 *
 * @param derived whether it follows from its facts
 * @param reasons of a derived one: the conditions that hold, or what is to be filled in to know it
 * @param setBy the institution that set it, with day and why: of one that was set by hand
 */
public record EnterpriseTag(
        UUID tagId,
        String name,
        String category,
        TagKind kind,
        @Nullable String description,
        boolean derived,
        TagState state,
        List<String> reasons,
        @Nullable String setBy,
        @Nullable OffsetDateTime setAt,
        @Nullable String note) {}
