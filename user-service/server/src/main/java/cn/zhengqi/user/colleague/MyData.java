package cn.zhengqi.user.colleague;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What user-service keeps of a person, for them to take out. */
public record MyData(
        List<Belonging> memberships,
        List<Belonged> formerMemberships,
        List<Accepted> invitations,
        List<Applied> applications) {

    /** Where the person belongs. */
    public record Belonging(String name, String role, OffsetDateTime joinedAt) {}

    /**
     * Where the person belonged.
     *
     * @param joinedAt absent of some that ended before that was kept
     * @param why in words
     */
    public record Belonged(
            String name, String role, @Nullable OffsetDateTime joinedAt, OffsetDateTime endedAt, String why) {}

    public record Accepted(String enterpriseName, String role, OffsetDateTime acceptedAt) {}

    public record Applied(
            String name,
            String uscc,
            String contactName,
            String contactPhone,
            String status,
            @Nullable String reason,
            OffsetDateTime submittedAt) {}
}
