package cn.zhengqi.finance.report;

import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.ApplicationStatus;
import cn.zhengqi.finance.application.RegisterBasics;
import cn.zhengqi.finance.courts.RecordFinding;
import cn.zhengqi.matching.api.facts.FactSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 企业信息报告 as it was read.
 *
 * @param caseNumber of the application or the demand for which it was read
 * @param demo the enterprise is one of the demo, and what is said of it is invented
 * @param business what the enterprise says of itself, and what follows from it
 * @param tax of taxes and invoices
 * @param judicial what the platform's register of enterprises has of courts and fines; that it has nothing does not mean that there is nothing
 * @param publicRecords what courts and authorities have, one of each kind, with who said it and on which day
 * @param ownLoans other applications to this bank, the newest first
 * @param otherLoans how many applications to other banks stand where; neither which banks nor how much
 */
record EnterpriseReport(
        OffsetDateTime readAt,
        String caseNumber,
        boolean demo,
        RegisterBasics register,
        List<Indicator> business,
        List<Indicator> tax,
        List<CourtRecord> judicial,
        List<RecordFinding> publicRecords,
        List<OwnLoan> ownLoans,
        List<OtherLoans> otherLoans) {

    /**
     * @param value in words, with its unit; absent: not known
     * @param source absent as the value
     * @param asOf the day for which the source says it; absent as the value
     */
    record Indicator(
            String name,
            String label,
            @Nullable String value,
            @Nullable FactSource source,
            @Nullable LocalDate asOf) {}

    /** @param kind as 民事案件, 行政处罚, 被执行信息 */
    record CourtRecord(String kind, String title, LocalDate date) {}

    /** Amounts in yuan. */
    record OwnLoan(
            UUID id,
            String number,
            String productTitle,
            LoanKind kind,
            BigDecimal amount,
            ApplicationStatus status,
            OffsetDateTime submittedAt,
            @Nullable BigDecimal grantedAmount,
            BigDecimal disbursedAmount) {}

    record OtherLoans(ApplicationStatus status, long count) {}
}
