package cn.zhengqi.events.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.sheet.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lists that leave the platform as files: who took out what, by which filter, goes on record before the first row does. */
public final class Exports {

    /** Each reads its rows by a connection of its own as long as its receiver takes; the others wait, and the rest of the service keeps its connections. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long most;

    Exports(AuditTrail audit, PlatformTransactionManager transactions, Clock clock, long most) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.most = most;
    }

    /**
     * The answer that is the file.
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
        if (total > most) {
            throw new ProblemException(
                    CommonProblem.EXPORT_TOO_LARGE, "符合条件的记录有 " + total + " 条，一次最多导出 " + most + " 条，请缩小查询范围后再导出");
        }
        transaction.executeWithoutResult(
                status -> audit.changed(action, reader.accountId(), sheet.title(), null, filter));
        String name = sheet.title() + "-" + BusinessTime.today(clock) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(Sheet.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(target -> write(target, sheet, reader, rows));
    }

    private <R extends Record> void write(
            OutputStream target, Sheet<R> sheet, CurrentUser reader, Consumer<Consumer<R>> rows) throws IOException {
        places.acquireUninterruptibly();
        try {
            sheet.write(target, reader, clock.instant(), rows);
        } finally {
            places.release();
        }
    }
}
