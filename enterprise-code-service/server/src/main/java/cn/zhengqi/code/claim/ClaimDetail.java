package cn.zhengqi.code.claim;

import cn.zhengqi.code.CodeFields;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.Sensitive;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim with what a reviewer compares it with.
 *
 * @param legalRepIdNumber absent once the term of a closed case is over, and to whom it is hidden
 * @param identityErased that the term is over, and the number is nowhere any more
 * @param register what the register tells anybody now; null while it cannot be asked
 * @param identityUnderOtherName numbers of other claims, wherever they are reviewed, in which the same identity number stands for another name
 * @param otherIdentities numbers of other claims for the enterprise in which the same name stands with another identity number
 * @param enterpriseHoldsCode somebody else's claim for the enterprise was approved before
 * @param competing numbers of other claims for the enterprise that wait too: only one of them can be approved
 */
public record ClaimDetail(
        Claim claim,

        @Sensitive(mask = Mask.ID_NUMBER, field = CodeFields.LEGAL_REP_ID_NUMBER) @Nullable
        String legalRepIdNumber,

        boolean identityErased,
        List<String> identityUnderOtherName,
        List<String> otherIdentities,
        @Nullable RegisterBasics register,
        boolean enterpriseHoldsCode,
        List<String> competing,
        List<Step> history) {

    ClaimDetail comparedWith(@Nullable RegisterBasics entry) {
        return new ClaimDetail(
                claim,
                legalRepIdNumber,
                identityErased,
                identityUnderOtherName,
                otherIdentities,
                entry,
                enterpriseHoldsCode,
                competing,
                history);
    }

    /** @param letterFileId the letter that was handed in with this step */
    public record Step(
            OffsetDateTime at,
            String action,
            String label,
            String actorName,
            @Nullable String note,
            @Nullable UUID letterFileId) {}
}
