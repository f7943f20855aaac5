package cn.zhengqi.promise;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The case that is answered within a promised time, as far as boards and notices say of it.
 *
 * @param kind what is promised: of a bank's answer, of a claim's review
 * @param caseClass by which the term is chosen within the kind
 * @param about whose it is and what it is about, in words
 * @param institutionId who has to answer; null: whoever may
 * @param townCode of the enterprise
 * @param branch of the institution, at which the case lies by now; null: at its head office
 */
public record PromisedCase(
        String kind,
        String caseClass,
        UUID id,
        String number,
        String about,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable String townCode,
        @Nullable PromiseBranch branch) {

    /** What lies with the institution as a whole. */
    public PromisedCase(
            String kind,
            String caseClass,
            UUID id,
            String number,
            String about,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            @Nullable String townCode) {
        this(kind, caseClass, id, number, about, institutionId, institutionName, townCode, null);
    }

    PromisedCase at(@Nullable PromiseBranch place) {
        return new PromisedCase(kind, caseClass, id, number, about, institutionId, institutionName, townCode, place);
    }
}
