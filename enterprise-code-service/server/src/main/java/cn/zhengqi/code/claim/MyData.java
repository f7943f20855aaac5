package cn.zhengqi.code.claim;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What enterprise-code-service keeps of a person, for them to take out; their own, so nothing is covered but the number of somebody else. */
public record MyData(List<Claimed> claims, List<Scanned> scans) {

    /**
     * What the person claimed a code with.
     *
     * @param legalRepIdNumber of whom the person named, covered as everywhere: whoever hands in a claim need not be its legal representative; absent once its time was over
     */
    public record Claimed(
            String number,
            String enterpriseName,
            String uscc,
            String status,
            String legalRepName,
            @Nullable String legalRepIdNumber,
            String agentName,
            String agentPhone,
            List<String> consents,
            @Nullable String reason,
            OffsetDateTime submittedAt,
            @Nullable OffsetDateTime decidedAt) {}

    /** A code that the person read. */
    public record Scanned(
            OffsetDateTime at,
            String enterpriseName,
            String uscc,
            @Nullable String place) {}
}
