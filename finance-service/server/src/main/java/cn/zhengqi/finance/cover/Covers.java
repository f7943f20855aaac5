package cn.zhengqi.finance.cover;

import cn.zhengqi.data.files.ObjectStore;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.file.FileKind;
import cn.zhengqi.web.file.FileName;
import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes pictures for articles and activities, and gives them back. A picture never changes: another one has another id. */
@Component
public class Covers {

    static final int MAX_BYTES = 3 * 1024 * 1024;

    /** Pictures that one person may have handed in that nothing shows. */
    static final int MOST_UNUSED = 20;

    /** Long enough to go on with what one was writing. */
    private static final Period KEPT_UNUSED = Period.ofDays(7);

    private final CoverMapper pictures;
    private final ObjectStore objects;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final OneEffect effect;
    private final Clock clock;

    Covers(
            CoverMapper pictures,
            ObjectStore objects,
            AuditTrail audit,
            TransactionTemplate transaction,
            OneEffect effect,
            Clock clock) {
        this.pictures = pictures;
        this.objects = objects;
        this.audit = audit;
        this.transaction = transaction;
        this.effect = effect;
        this.clock = clock;
    }

    /** A picture with its bytes. */
    record Content(CoverPicture picture, Resource bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    CoverPicture put(UUID account, @Nullable String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw ProblemException.validation("file", "REQUIRED", "图片是空的，请重新选择");
        }
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        FileKind kind = FileKind.of(bytes)
                .filter(FileKind::isPicture)
                .orElseThrow(() -> new ProblemException(FinanceProblem.FILE_TYPE_NOT_ALLOWED, "只能上传 JPG 或 PNG 图片"));
        refuseMore(account);
        // No connection is held while the folder, which may lie on another machine, takes them.
        ObjectStore.Kept kept = objects.keep(bytes);
        CoverMapper.Row row = new CoverMapper.Row(
                Ids.next(),
                account,
                FileName.of(name, kind),
                kind.contentType(),
                bytes.length,
                kept.key(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return effect.of(() -> transaction.execute(status -> {
            pictures.lock(account);
            refuseMore(account);
            pictures.insert(row);
            audit.changed(FinanceAction.COVER_STORED, row.id(), row.name(), null, row.picture());
            return row.picture();
        }));
    }

    static ProblemException tooLarge() {
        return new ProblemException(FinanceProblem.FILE_TOO_LARGE, "图片过大，请上传不超过 3 MB 的图片");
    }

    private void refuseMore(UUID account) {
        if (pictures.unused(account) >= MOST_UNUSED) {
            throw new ProblemException(FinanceProblem.TOO_MANY_FILES);
        }
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
        return new Content(row.picture(), objects.get(row.objectKey()));
    }

    /** Copies of the service may do it at once: a row goes once. Bytes that a crash leaves behind are swept up by LostObjects. */
    @Scheduled(cron = "0 45 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        pictures.removeUnused(clock.instant().minus(KEPT_UNUSED)).forEach(row -> objects.remove(row.objectKey()));
    }
}
