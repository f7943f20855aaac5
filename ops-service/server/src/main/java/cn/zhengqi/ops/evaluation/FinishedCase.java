package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.api.CaseKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case of another service that came to its end.
 *
 * @param institutionId who handled it; null where nobody did alone, so the name
 * @param branchId of the institution, where one handled it for it
 * @param enterpriseName null where no fact tells it
 * @param townCode where the enterprise lies, as far as that decides who handles it
 * @param personId whose alone it is: who was rejected speaks for no enterprise; null: the enterprise's
 * @param nameless whether who handled it may not know whose it was
 */
record FinishedCase(
        CaseKind kind,
        UUID caseId,
        String number,
        String title,
        UUID enterpriseId,
        @Nullable String enterpriseName,
        @Nullable UUID institutionId,
        @Nullable String institutionName,
        @Nullable UUID branchId,
        @Nullable String townCode,
        Instant finishedAt,
        @Nullable UUID personId,
        boolean nameless) {

    /** Of an enterprise that whoever handled it knows. */
    FinishedCase(
            CaseKind kind,
            UUID caseId,
            String number,
            String title,
            UUID enterpriseId,
            String enterpriseName,
            @Nullable UUID institutionId,
            @Nullable String institutionName,
            @Nullable UUID branchId,
            @Nullable String townCode,
            Instant finishedAt) {
        this(
                kind,
                caseId,
                number,
                title,
                enterpriseId,
                enterpriseName,
                institutionId,
                institutionName,
                branchId,
                townCode,
                finishedAt,
                null,
                false);
    }

    FinishedCase ofPerson(UUID person) {
        return new FinishedCase(
                kind,
                caseId,
                number,
                title,
                enterpriseId,
                enterpriseName,
                institutionId,
                institutionName,
                branchId,
                townCode,
                finishedAt,
                person,
                nameless);
    }

    /** @param name of the enterprise, where no fact told it */
    FinishedCase named(@Nullable String name) {
        return enterpriseName != null
                ? this
                : new FinishedCase(
                        kind,
                        caseId,
                        number,
                        title,
                        enterpriseId,
                        name,
                        institutionId,
                        institutionName,
                        branchId,
                        townCode,
                        finishedAt,
                        personId,
                        nameless);
    }
}
