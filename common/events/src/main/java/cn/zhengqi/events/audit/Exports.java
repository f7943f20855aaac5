package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.sheet.Sheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Lists that leave the platform as files: who took out what, by which filter, goes on record before the first row does. A file is whole before it is sent: how long
 * its receiver takes keeps nobody else's from being made, while there is room for it ({@link ExportFiles}, ADR 0075).
 */
public final class Exports {

    /** Each reads its rows by a connection of its own; the others wait, and the rest of the service keeps its connections. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ExportFiles files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long most;
    private final Duration patience;

    /** @param patience how long one waits for a place */
    Exports(
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock,
            ExportFiles files,
            long most,
            Duration patience) {
        this.files = files;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.most = most;
        this.patience = patience;
    }

    /**
     * The answer that is the file; in its place, and with nothing on record, EXPORT_UNDER_WAY to whom another one is on its way, SERVICE_BUSY where no place gets free in time.
     *
     * @param action as it goes on record
     * @param filter by which the list was narrowed; told in the record
     * @param total how many rows the filter finds
     * @param rows hands each row to the receiver that it is given; called after the answer has begun
     * @throws ProblemException EXPORT_TOO_LARGE rather than a file that lacks rows
     */
    public <R extends Record> ResponseEntity<StreamingResponseBody> file(
            AuditAction action,
            Sheet<R> sheet,
            Record filter,
            CurrentUser reader,
            long total,
            Consumer<Consumer<R>> rows) {
        return file(action, sheet, filter, reader, total, record -> {}, rows);
    }

    /**
     * The same where something is done by taking the file out: in one transaction with its record, when there is a place for it and before its first row.
     *
     * @param first what is done, given the record of this request
     */
    public <R extends Record> ResponseEntity<StreamingResponseBody> file(
            AuditAction action,
            Sheet<R> sheet,
            Record filter,
            CurrentUser reader,
            long total,
            Consumer<AuditTrail> first,
            Consumer<Consumer<R>> rows) {
        if (total > most) {
            throw new ProblemException(
                    CommonProblem.EXPORT_TOO_LARGE, "符合条件的记录有 " + total + " 条，一次最多导出 " + most + " 条，请缩小查询范围后再导出");
        }
        AuditTrail asked = audit.ofThisRequest();
        String name = sheet.title() + "-" + BusinessTime.today(clock) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(Sheet.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(target -> {
                    // What fails before the first byte is sent is answered as a problem.
                    try (ExportFiles.Outgoing file = files.begin(reader.accountId())) {
                        make(
                                file,
                                sheet,
                                reader,
                                rows,
                                () -> transaction.executeWithoutResult(status -> {
                                    first.accept(asked);
                                    asked.changed(action, reader.accountId(), sheet.title(), null, filter);
                                }));
                        file.sendTo(target);
                    }
                });
    }

    private <R extends Record> void make(
            ExportFiles.Outgoing file, Sheet<R> sheet, CurrentUser reader, Consumer<Consumer<R>> rows, Runnable record)
            throws IOException {
        if (!placed()) {
            throw ExportFiles.busy();
        }
        try {
            record.run();
            file.write(target -> sheet.write(target, reader, clock.instant(), rows));
        } finally {
            places.release();
        }
    }

    private boolean placed() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
