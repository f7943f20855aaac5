package cn.zhengqi.finance.report;

import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.api.LoanApplicationViewed;
import cn.zhengqi.finance.application.RegisterBasics;
import cn.zhengqi.finance.consent.BankConsents;
import cn.zhengqi.finance.courts.RecordDesk;
import cn.zhengqi.finance.courts.RecordFinding;
import cn.zhengqi.finance.report.EnterpriseReport.CourtRecord;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.paper.PaperNumbers;
import cn.zhengqi.paper.PaperPdf;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import cn.zhengqi.web.sheet.Watermark;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the report of an enterprise for a bank. The consent is asked for at each reading, so that a withdrawal holds from the next one on; nothing is shown that is
 * not on record, and the report itself is not kept. A service that does not answer is none that knows nothing: then there is no report; what courts did not answer stands in it as such.
 */
@Component
class EnterpriseReports {

    private final BankConsents consents;
    private final InternalEnterprises register;
    private final InternalStandings profiles;
    private final RecordDesk records;
    private final EarlierLoans loans;
    private final PaperPdf pdf;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnterpriseReports(
            BankConsents consents,
            InternalEnterprises register,
            InternalStandings profiles,
            RecordDesk records,
            EarlierLoans loans,
            PaperPdf pdf,
            Outbox outbox,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.consents = consents;
        this.register = register;
        this.profiles = profiles;
        this.records = records;
        this.loans = loans;
        this.pdf = pdf;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What goes on record of a reading. */
    private record Read(String caseNumber, @Nullable String paper) {}

    /** A report as a file. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    record OnPaper(String number, byte[] file) {}

    /**
     * @throws ProblemException REPORT_NOT_ALLOWED, CONSENT_WITHDRAWN, CONSENT_EXPIRED; SERVICE_UNAVAILABLE while somebody who is asked is silent
     */
    EnterpriseReport read(ReportCase it, CurrentUser reader) {
        confirm(it);
        return onRecord(it, gathered(it), reader, null);
    }

    /** @throws ProblemException as {@link #read}, and SERVICE_BUSY while others take theirs out */
    OnPaper takeOut(ReportCase it, CurrentUser reader) {
        confirm(it);
        Gathered gathered = gathered(it);
        Instant now = now();
        String number = PaperNumbers.next("QB", now);
        // Once it is written nobody knows any more which of its words a rule is about.
        EnterpriseReport report = report(it, gathered, now);
        RegisterBasics seen = FieldRules.apply(report.register(), reader);
        Watermark mark = Watermark.of(reader, now, number);
        byte[] file = pdf.marked(
                letterhead -> new ReportPages(letterhead, number, it.bankName(), report, seen, reader, mark).document(),
                mark);
        onRecord(it, gathered, reader, number);
        return new OnPaper(number, file);
    }

    private void confirm(ReportCase it) {
        consents.requireForReport(it.enterpriseId(), it.bankId(), it.consent());
    }

    /** What others say; asked without a transaction: no connection is held while they think. */
    private record Gathered(EnterpriseRecord entry, Indicators indicators, List<RecordFinding> records) {}

    private Gathered gathered(ReportCase it) {
        EnterpriseRecord entry = register.enterprise(it.enterpriseId());
        Indicators indicators = new Indicators(profiles.facts(it.enterpriseId()), BusinessTime.today(clock));
        return new Gathered(entry, indicators, records.of(entry));
    }

    private EnterpriseReport report(ReportCase it, Gathered gathered, Instant at) {
        EnterpriseRecord entry = gathered.entry();
        return new EnterpriseReport(
                BusinessTime.at(at),
                it.number(),
                entry.demo(),
                RegisterBasics.of(entry),
                gathered.indicators().business(),
                gathered.indicators().tax(),
                entry.judicial().stream()
                        .map(record -> new CourtRecord(record.kind(), record.title(), record.date()))
                        .toList(),
                gathered.records(),
                loans.atBank(it),
                loans.elsewhere(it));
    }

    /** @param paper number of the file, where it is one */
    private EnterpriseReport onRecord(ReportCase it, Gathered gathered, CurrentUser reader, @Nullable String paper) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = now();
            audit.changed(
                    paper == null ? FinanceAction.REPORT_READ : FinanceAction.REPORT_TAKEN_OUT,
                    it.id(),
                    it.number() + " " + gathered.entry().name(),
                    null,
                    new Read(it.number(), paper));
            outbox.publish(
                    new LoanApplicationViewed(
                            Ids.next(),
                            it.id(),
                            it.number(),
                            it.enterpriseId(),
                            reader.accountId(),
                            reader.name(),
                            reader.institutionId(),
                            reader.institutionName(),
                            List.of(ConsentCategory.REPORT),
                            null,
                            paper == null ? null : it.purpose() + "，下载报告 " + paper,
                            null,
                            now),
                    0,
                    now);
            return report(it, gathered, now);
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
