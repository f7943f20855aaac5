package cn.zhengqi.finance.application;

import cn.zhengqi.data.files.UploadRules;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files of enterprises for their banks: uploaded, then handed in with one application, and from then on of it for good. */
@Component
public class ApplicationFiles {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Handed in at once. */
    static final int MOST = 20;

    /** Files that an enterprise may have uploaded without handing them in: some tries, but no store of its own. */
    static final int MOST_UNUSED = 40;

    /** Files that no application has. */
    public static final Period KEPT_UNUSED = Period.ofDays(7);

    private static final UploadRules RULES = new UploadRules(
            MAX_BYTES,
            MOST_UNUSED,
            false,
            () -> new ProblemException(FinanceProblem.FILE_TOO_LARGE),
            () -> new ProblemException(FinanceProblem.FILE_TYPE_NOT_ALLOWED),
            () -> new ProblemException(FinanceProblem.TOO_MANY_FILES));

    private final ApplicationFileMapper files;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicationFiles(ApplicationFileMapper files, Uploads uploads, AuditTrail audit, Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file with its bytes. */
    record Content(ApplicationFile file, Resource bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    ApplicationFile put(UUID enterprise, UUID account, @Nullable String name, byte[] bytes) {
        return uploads.put(enterprise, name, bytes, RULES, files, file -> {
            ApplicationFileMapper.Row row = new ApplicationFileMapper.Row(
                    file.id(),
                    enterprise,
                    account,
                    null,
                    null,
                    null,
                    file.name(),
                    file.contentType(),
                    file.size(),
                    file.sha256(),
                    file.objectKey(),
                    file.at());
            files.insert(row);
            audit.changed(FinanceAction.APPLICATION_FILE_STORED, row.id(), row.name(), null, row.file());
            return row.file();
        });
    }

    /**
     * What its enterprise does not want any more, before it is handed in.
     *
     * @throws ProblemException NOT_FOUND for one that is another enterprise's, or that an application has
     */
    void takeBack(UUID id, UUID enterprise) {
        uploads.takeBack(() -> files.takeBack(id, enterprise).map(row -> {
            audit.changed(FinanceAction.APPLICATION_FILE_TAKEN_BACK, row.id(), row.name(), row.file(), null);
            return row.objectKey();
        }));
    }

    /**
     * Within the transaction of the step by which they are handed in; nobody else moves the application meanwhile.
     *
     * @throws ProblemException VALIDATION_FAILED for one that is another enterprise's, or was handed in already; APPLICATION_FILES_FULL
     */
    void handIn(Transition moved, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        LoanApplication application = moved.application();
        for (int place = 0; place < ids.size(); place++) {
            if (files.handIn(ids.get(place), application.enterpriseId(), moved.step(), place) == 0) {
                throw ProblemException.validation("files", "UNKNOWN", "文件不存在，或已随申请提交，请重新上传");
            }
        }
        files.sum(application.id()).mustBeWithinLimits();
    }

    /** The enterprise's own, whether handed in or not. @throws ProblemException NOT_FOUND */
    Content ofEnterprise(UUID id, UUID enterprise) {
        return withBytes(files.ofEnterprise(id, enterprise).orElseThrow(ApplicationFiles::notFound));
    }

    Content withBytes(ApplicationFileMapper.Row row) {
        return new Content(row.file(), uploads.bytes(row.objectKey()));
    }

    static ProblemException notFound() {
        return ProblemException.notFound("文件不存在");
    }

    /** Copies of the service may do it at once: a row goes once. Bytes that a crash leaves behind are swept up by LostObjects. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        uploads.removed(files.removeUnused(clock.instant().minus(KEPT_UNUSED)).stream()
                .map(ApplicationFileMapper.Row::objectKey)
                .toList());
    }
}
