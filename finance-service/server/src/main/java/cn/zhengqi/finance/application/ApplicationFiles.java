package cn.zhengqi.finance.application;

import cn.zhengqi.data.files.UnusedFiles;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.upload.Papers;
import cn.zhengqi.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files of enterprises for their banks: uploaded, then handed in with one application, and from then on of it for good. */
@Component
public class ApplicationFiles {

    /** Handed in at once. */
    static final int MOST = 20;

    /** Files that one person may have uploaded for an enterprise without handing them in. */
    static final int MOST_UNUSED = 40;

    private final ApplicationFileMapper files;
    private final Papers papers;
    private final AuditTrail audit;

    ApplicationFiles(ApplicationFileMapper files, Papers papers, AuditTrail audit) {
        this.files = files;
        this.papers = papers;
        this.audit = audit;
    }

    /** A file with its bytes. */
    record Content(ApplicationFile file, Resource bytes) {}

    /** Those of one enterprise alone: what a person uploaded for another one they do not see here, and could not remove. */
    private record UnusedOf(UUID enterprise, ApplicationFileMapper files) implements UnusedFiles {

        @Override
        public int lock(UUID account) {
            return files.lock(account);
        }

        @Override
        public int unused(UUID account) {
            return files.unused(account, enterprise).size();
        }
    }

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    ApplicationFile put(UUID enterprise, UUID account, @Nullable String name, byte[] bytes) {
        return papers.put(account, name, bytes, MOST_UNUSED, new UnusedOf(enterprise, files), file -> {
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

    /** What a person uploaded for the enterprise and no application has, the latest first. */
    List<ApplicationFile> unused(UUID enterprise, UUID account) {
        return files.unused(account, enterprise).stream()
                .map(ApplicationFileMapper.Row::file)
                .toList();
    }

    /**
     * What its person does not want any more, before it is handed in.
     *
     * @throws ProblemException NOT_FOUND for one that is another person's, or that an application has
     */
    void takeBack(UUID id, UUID account) {
        papers.takeBack(() -> files.takeBack(id, account).map(row -> {
            audit.changed(FinanceAction.APPLICATION_FILE_TAKEN_BACK, row.id(), row.name(), row.file(), null);
            return row.objectKey();
        }));
    }

    /**
     * Within the transaction of the step by which they are handed in; nobody else moves the application meanwhile.
     *
     * @throws ProblemException VALIDATION_FAILED saying which are another enterprise's, were handed in already, or are there no more; APPLICATION_FILES_FULL
     */
    void handIn(Transition moved, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        LoanApplication application = moved.application();
        List<String> gone = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            if (files.handIn(ids.get(place), application.enterpriseId(), moved.step(), place) == 0) {
                gone.add(String.valueOf(place + 1));
            }
        }
        if (!gone.isEmpty()) {
            throw ProblemException.validation(
                    "files", "UNKNOWN", "第 " + String.join("、", gone) + " 份文件已提交、已移除或已过期，请移除后重新上传");
        }
        files.sum(application.id()).mustBeWithinLimits();
    }

    /** The enterprise's own, whether handed in or not. @throws ProblemException NOT_FOUND */
    Content ofEnterprise(UUID id, UUID enterprise) {
        return withBytes(files.ofEnterprise(id, enterprise).orElseThrow(ApplicationFiles::notFound));
    }

    Content withBytes(ApplicationFileMapper.Row row) {
        return new Content(row.file(), papers.bytes(row.objectKey()));
    }

    static ProblemException notFound() {
        return ProblemException.notFound("文件不存在");
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        papers.removeUnused(before -> files.removeUnused(before).stream()
                .map(ApplicationFileMapper.Row::objectKey)
                .toList());
    }
}
