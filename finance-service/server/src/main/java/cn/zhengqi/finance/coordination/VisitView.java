package cn.zhengqi.finance.coordination;

import cn.zhengqi.kernel.BusinessTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as those read it whose reach it lies in.
 *
 * @param amount yuan that the enterprise needs; it, the term, the purpose and the kind are absent where it needs nothing
 * @param files photos and papers, in the order of their officer
 * @param caseId of the declaration that came of it
 */
public record VisitView(
        UUID id,
        String number,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        boolean demo,
        String townName,
        LocalDate visitedOn,
        String visitorName,
        String institutionName,
        boolean byBank,
        @Nullable BigDecimal amount,
        @Nullable Integer termMonths,
        @Nullable String purpose,
        @Nullable CreditKind creditKind,
        String words,
        OffsetDateTime recordedAt,
        List<VisitFile> files,
        @Nullable UUID caseId) {

    static VisitView of(Visit it, List<VisitFile> files, @Nullable UUID caseId) {
        return new VisitView(
                it.id(),
                it.number(),
                it.enterpriseId(),
                it.enterpriseName(),
                it.uscc(),
                it.demo(),
                it.townName(),
                it.visitedOn(),
                it.visitorName(),
                it.institutionName(),
                it.byBank(),
                it.amount(),
                it.termMonths(),
                it.purpose(),
                it.creditKind(),
                it.words(),
                BusinessTime.at(it.recordedAt()),
                files,
                caseId);
    }
}
