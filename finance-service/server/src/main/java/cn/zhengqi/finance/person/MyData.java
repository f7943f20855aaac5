package cn.zhengqi.finance.person;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What finance-service keeps of a person, for them to take out; their own, so nothing is covered. */
public record MyData(
        List<Applied> applications,
        List<Drafted> drafts,
        List<Posted> demands,
        List<SignedUp> signUps,
        List<Declared> declarations,
        List<Uploaded> files) {

    /**
     * What the person applied for in the name of an enterprise.
     *
     * @param amount 元
     */
    public record Applied(
            String number,
            String enterpriseName,
            String bankName,
            String productTitle,
            BigDecimal amount,
            String purpose,
            String contactName,
            String contactPhone,
            String status,
            OffsetDateTime submittedAt) {}

    /**
     * What the person typed last of an application that was not handed in.
     *
     * @param amountWan 万元, as typed
     */
    public record Drafted(
            String productTitle,
            String bankName,
            @Nullable String amountWan,
            @Nullable String purpose,
            @Nullable String purposeNote,
            @Nullable String contactName,
            @Nullable String contactPhone,
            OffsetDateTime savedAt) {}

    /**
     * What the person posted as a demand of an enterprise.
     *
     * @param amount 元
     */
    public record Posted(
            String number,
            String enterpriseName,
            BigDecimal amount,
            String purpose,
            String contactName,
            String contactPhone,
            String status,
            OffsetDateTime postedAt) {}

    /** For which activities the person signed an enterprise up. */
    public record SignedUp(
            String activityTitle,
            String enterpriseName,
            int people,
            String contactName,
            String contactPhone,
            String status,
            OffsetDateTime signedUpAt) {}

    /**
     * What the person declared for an enterprise under 小微融资协调.
     *
     * @param amount 元
     */
    public record Declared(
            String number,
            String enterpriseName,
            BigDecimal amount,
            String purpose,
            String contactName,
            String contactPhone,
            String status,
            OffsetDateTime declaredAt) {}

    /**
     * A file that the person uploaded for a bank.
     *
     * @param size bytes
     * @param applicationNumber with which it was handed in; absent while it is with none
     */
    public record Uploaded(String name, long size, @Nullable String applicationNumber, OffsetDateTime uploadedAt) {}
}
