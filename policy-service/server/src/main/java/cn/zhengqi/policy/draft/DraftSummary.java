package cn.zhengqi.policy.draft;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list.
 *
 * @param edition that it is going to be; 1: a new policy
 * @param title absent while nobody has written it
 * @param owner the institution whose it is; absent: whoever manages the library keeps it
 * @param scheduledFor the day on which it is published by itself, of one that waits for it
 * @param withdrawn whether the edition that it became was taken down since
 * @param heldReason why it was not, of one whose day has come
 */
public record DraftSummary(
        UUID id,
        UUID policyId,
        String code,
        int edition,
        DraftState state,
        @Nullable String title,
        @Nullable String docNumber,
        String authorName,
        @Nullable String owner,
        @Nullable String returnedReason,
        @Nullable String publishedBy,
        @Nullable LocalDate scheduledFor,
        @Nullable String heldReason,
        boolean withdrawn,
        OffsetDateTime updatedAt) {}
