package cn.zhengqi.finance.cover;

import cn.zhengqi.data.files.UploadRules;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes pictures for articles and activities, and gives them back. A picture never changes: another one has another id. */
@Component
public class Covers {

    static final int MAX_BYTES = 3 * 1024 * 1024;

    /** Pictures that one person may have handed in that nothing shows. */
    static final int MOST_UNUSED = 20;

    /** Long enough to go on with what one was writing. */
    private static final Period KEPT_UNUSED = Period.ofDays(7);

    private static final UploadRules RULES = new UploadRules(
            MAX_BYTES,
            MOST_UNUSED,
            true,
            Covers::tooLarge,
            () -> new ProblemException(FinanceProblem.FILE_TYPE_NOT_ALLOWED, "只能上传 JPG 或 PNG 图片"),
            () -> new ProblemException(FinanceProblem.TOO_MANY_FILES));

    private final CoverMapper pictures;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final Clock clock;

    Covers(CoverMapper pictures, Uploads uploads, AuditTrail audit, Clock clock) {
        this.pictures = pictures;
        this.uploads = uploads;
        this.audit = audit;
        this.clock = clock;
    }

    /** A picture with its bytes. */
    record Content(CoverPicture picture, Resource bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    CoverPicture put(UUID account, @Nullable String name, byte[] bytes) {
        return uploads.put(account, name, bytes, RULES, pictures, file -> {
            CoverMapper.Row row = new CoverMapper.Row(
                    file.id(), account, file.name(), file.contentType(), file.size(), file.objectKey(), file.at());
            pictures.insert(row);
            audit.changed(FinanceAction.COVER_STORED, row.id(), row.name(), null, row.picture());
            return row.picture();
        });
    }

    /**
     * What its person does not want any more, while nothing names it.
     *
     * @throws ProblemException NOT_FOUND for one that is another person's, or that an article or an activity has
     */
    void takeBack(UUID id, UUID account) {
        uploads.takeBack(() -> pictures.lockOwn(id, account)
                .flatMap(own -> pictures.removeUnnamed(id))
                .map(row -> {
                    audit.changed(FinanceAction.COVER_TAKEN_BACK, row.id(), row.name(), row.picture(), null);
                    return row.objectKey();
                }));
    }

    static ProblemException tooLarge() {
        return new ProblemException(FinanceProblem.FILE_TOO_LARGE, "图片过大，请上传不超过 3 MB 的图片");
    }

    /** Within the transaction that names it. @throws ProblemException VALIDATION_FAILED for one that there is not, or not any more */
    public void require(@Nullable Cover cover) {
        if (cover != null && pictures.hold(cover.id()).isEmpty()) {
            throw ProblemException.validation("cover.id", "UNKNOWN", "封面图片不存在或已清除，请重新上传");
        }
    }

    /** Empty for one whose article or activity is not published. */
    Optional<Content> shown(UUID id) {
        return pictures.shown(id).map(this::withBytes);
    }

    Optional<Content> any(UUID id) {
        return pictures.find(id).map(this::withBytes);
    }

    private Content withBytes(CoverMapper.Row row) {
        return new Content(row.picture(), uploads.bytes(row.objectKey()));
    }

    /** Copies of the service may do it at once: a row goes once. Bytes that a crash leaves behind are swept up by LostObjects. */
    @Scheduled(cron = "0 45 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        uploads.removed(pictures.removeUnused(clock.instant().minus(KEPT_UNUSED)).stream()
                .map(CoverMapper.Row::objectKey)
                .toList());
    }
}
