package cn.zhengqi.code.file;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.data.files.ObjectStore;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.file.BarePicture;
import cn.zhengqi.web.file.FileKind;
import cn.zhengqi.web.file.FileName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures of public pages: everybody may see them. */
@Component
public class PictureStore {

    public static final int MAX_BYTES = 3 * 1024 * 1024;

    /** Long enough for a colleague to put a picture on the page that they have just handed in. */
    private static final Duration KEPT_UNUSED = Duration.ofDays(1);

    private final PictureMapper mapper;
    private final ObjectStore objects;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PictureStore(
            PictureMapper mapper, ObjectStore objects, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.mapper = mapper;
        this.objects = objects;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A picture with its bytes. */
    public record Picture(StoredFile file, Resource bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED */
    public StoredFile put(@Nullable String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(CodeProblem.FILE_TOO_LARGE, "图片过大，请上传不超过 3 MB 的图片");
        }
        FileKind kind = FileKind.of(bytes)
                .filter(FileKind::isPicture)
                .orElseThrow(() -> new ProblemException(CodeProblem.FILE_TYPE_NOT_ALLOWED, "只能上传 JPG 或 PNG 图片"));
        byte[] bare = BarePicture.of(bytes);
        ObjectStore.Kept kept = objects.keep(bare);
        PictureMapper.Row row = new PictureMapper.Row(
                Ids.next(), FileName.of(name, kind), kind.contentType(), bare.length, kept.key(), clock.instant());
        transaction.executeWithoutResult(status -> {
            mapper.insert(row);
            audit.changed(CodeAction.PICTURE_STORED, row.id(), row.name(), null, row.file());
        });
        return row.file();
    }

    public Optional<Picture> find(UUID id) {
        return Optional.ofNullable(mapper.find(id)).map(row -> new Picture(row.file(), objects.get(row.objectKey())));
    }

    /** Whether all of them are there. */
    public boolean holds(List<UUID> ids) {
        return mapper.known(ids) == ids.size();
    }

    /** Lets go of those that are on the page no more, once that is certain. */
    @Transactional
    public void keepOnly(List<UUID> ids) {
        List<String> gone = mapper.removeOthers(ids, clock.instant().minus(KEPT_UNUSED)).stream()
                .map(PictureMapper.Row::objectKey)
                .toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                gone.forEach(objects::remove);
            }
        });
    }
}
