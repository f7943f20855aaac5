package cn.zhengqi.finance.report;

import cn.zhengqi.code.api.InternalConsents;
import cn.zhengqi.finance.application.LoanApplications;
import cn.zhengqi.finance.demand.DemandReadings;
import java.time.Instant;
import java.util.UUID;

/**
 * What a bank reads a report for: an application that was made to it, or a demand whose enterprise lets it see whose it is.
 *
 * @param purpose what the enterprise is told that it was read for
 * @param givenBy the person who consented to the bank at {@code givenAt}
 */
record ReportCase(
        UUID id,
        String number,
        String purpose,
        UUID enterpriseId,
        UUID bankId,
        String bankName,
        UUID givenBy,
        Instant givenAt) {

    static ReportCase of(UUID id, LoanApplications.Consented it) {
        return new ReportCase(
                id,
                it.number(),
                "审核融资申请",
                it.enterpriseId(),
                it.bankId(),
                it.bankName(),
                it.applicantId(),
                it.givenAt());
    }

    static ReportCase of(DemandReadings.Shown it) {
        return new ReportCase(
                it.demandId(),
                it.number(),
                "对接融资需求",
                it.enterpriseId(),
                it.bankId(),
                it.bankName(),
                it.agreedBy(),
                it.agreedAt());
    }

    InternalConsents.WithApplication consent() {
        return new InternalConsents.WithApplication(bankName, number, givenBy, givenAt);
    }
}
