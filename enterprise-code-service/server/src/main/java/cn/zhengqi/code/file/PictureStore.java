package cn.zhengqi.code.file;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.files.UploadRules;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pictures of public pages: everybody may see them. */
@Component
public class PictureStore {

    public static final int MAX_BYTES = 3 * 1024 * 1024;

    /** Pictures that one person may have handed in that are not on the page. */
    static final int MOST_UNUSED = 20;

    /** Long enough for a colleague to put a picture on the page that they have just handed in. */
    private static final Duration KEPT_UNUSED = Duration.ofDays(1);

    private static final UploadRules RULES = new UploadRules(
            MAX_BYTES,
            MOST_UNUSED,
            true,
            PictureStore::tooLarge,
            () -> new ProblemException(CodeProblem.FILE_TYPE_NOT_ALLOWED, "只能上传 JPG 或 PNG 图片"),
            () -> new ProblemException(CodeProblem.TOO_MANY_FILES));

    private final PictureMapper mapper;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final Clock clock;

    PictureStore(PictureMapper mapper, Uploads uploads, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.uploads = uploads;
        this.audit = audit;
        this.clock = clock;
    }

    /** A picture with its bytes. */
    public record Picture(StoredFile file, Resource bytes) {}

    public static ProblemException tooLarge() {
        return new ProblemException(CodeProblem.FILE_TOO_LARGE, "图片过大，请上传不超过 3 MB 的图片");
    }

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    public StoredFile put(UUID owner, @Nullable String name, byte[] bytes) {
        return uploads.put(owner, name, bytes, RULES, mapper, file -> {
            PictureMapper.Row row = new PictureMapper.Row(
                    file.id(), owner, file.name(), file.contentType(), file.size(), file.objectKey(), file.at());
            mapper.insert(row);
            audit.changed(CodeAction.PICTURE_STORED, row.id(), row.name(), null, row.file());
            return row.file();
        });
    }

    public Optional<Picture> find(UUID id) {
        return Optional.ofNullable(mapper.find(id)).map(row -> new Picture(row.file(), uploads.bytes(row.objectKey())));
    }

    /**
     * These are on the page, and no others: lets go of what is on it no more, once that is certain.
     *
     * @return whether all of them are there
     */
    @Transactional
    public boolean showOnly(List<UUID> ids) {
        boolean all = mapper.show(ids) == ids.size();
        mapper.hideOthers(ids);
        removeUnused();
        return all;
    }

    /** Copies of the service may do it at once: a row goes once, and its bytes when that is certain. */
    @Transactional
    @Scheduled(cron = "0 35 3 * * *", zone = "Asia/Shanghai")
    public void removeUnused() {
        List<String> gone = mapper.removeUnused(clock.instant().minus(KEPT_UNUSED)).stream()
                .map(PictureMapper.Row::objectKey)
                .toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                uploads.removed(gone);
            }
        });
    }
}
