package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.policy.catalogue.Attachment;
import cn.zhengqi.policy.catalogue.PolicyKeeper;
import cn.zhengqi.policy.catalogue.PolicyOwner;
import cn.zhengqi.policy.catalogue.PolicyRef;
import cn.zhengqi.policy.catalogue.PolicyRelation;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its page shows it.
 *
 * @param edition that it is going to be; 1: a new policy
 * @param related what the policies are called that its relations name
 * @param relatedByOthers what other policies state of this one
 * @param owner the institution whose it is; absent: whoever manages the library keeps it
 * @param keptByMe whether the reader may change, review and publish it
 * @param byMe whether the reader wrote in it and so may not publish it
 * @param scheduledFor the day on which it is published by itself, of one that waits for it
 * @param heldReason why it was not, of one whose day has come
 * @param publishedBy who reviewed it
 * @param version to be sent with the next action
 */
public record DraftDetail(
        UUID id,
        UUID policyId,
        String code,
        int edition,
        DraftState state,
        DraftContent content,
        List<GoldenCases.GoldenCase> cases,
        @Nullable DraftReading reading,
        List<Attachment> attachments,
        List<PolicyRef> related,
        List<PolicyRelation> relatedByOthers,
        String authorName,
        @Nullable String owner,
        boolean keptByMe,
        boolean byMe,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime returnedAt,
        @Nullable String returnedBy,
        @Nullable String returnedReason,
        @Nullable LocalDate scheduledFor,
        @Nullable String heldReason,
        @Nullable OffsetDateTime publishedAt,
        @Nullable String publishedBy,
        OffsetDateTime updatedAt,
        int version) {

    static DraftDetail of(
            PolicyDraft draft,
            String code,
            @Nullable PolicyOwner owner,
            List<Attachment> attachments,
            List<PolicyRef> related,
            List<PolicyRelation> relatedByOthers,
            CurrentUser reader) {
        return new DraftDetail(
                draft.id(),
                draft.policyId(),
                code,
                draft.edition(),
                draft.state(),
                draft.content(),
                draft.cases().items(),
                draft.reading(),
                attachments,
                related,
                relatedByOthers,
                draft.authorName(),
                owner == null ? null : owner.name(),
                PolicyKeeper.of(reader).keeps(owner == null ? null : owner.id()),
                draft.isBy(reader),
                local(draft.submittedAt()),
                local(draft.returnedAt()),
                draft.returnedBy(),
                draft.returnedReason(),
                draft.scheduledFor(),
                draft.heldReason(),
                local(draft.publishedAt()),
                draft.publishedBy(),
                draft.updatedAt().atZone(BusinessTime.ZONE).toOffsetDateTime(),
                draft.version());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atZone(BusinessTime.ZONE).toOffsetDateTime();
    }
}
