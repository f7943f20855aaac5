package cn.zhengqi.data.files;

import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.file.BarePicture;
import cn.zhengqi.web.file.FileKind;
import cn.zhengqi.web.file.FileName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that people hand in before something names them: looked at, freed of what cameras wrote into them, kept, and given a row in the transaction that counts them. What becomes of the rows is their
 * service's affair; bytes go after them, and what a crash leaves behind is swept up by {@link LostObjects}.
 */
public final class Uploads {

    private final ObjectStore objects;
    private final TransactionTemplate transaction;
    private final OneEffect effect;
    private final Clock clock;

    public Uploads(ObjectStore objects, TransactionTemplate transaction, OneEffect effect, Clock clock) {
        this.objects = objects;
        this.transaction = transaction;
        this.effect = effect;
        this.clock = clock;
    }

    /** A file that lies in the store and has no row yet. */
    public record Uploaded(
            UUID id, String name, String contentType, long size, String sha256, String objectKey, Instant at) {}

    /**
     * @param named what its sender calls it
     * @param store writes its row, and the record of it, in one transaction with the count
     * @throws ProblemException as the rules say; VALIDATION_FAILED when it is empty, and what {@link FileKind#of} throws
     */
    public <T> T put(
            UUID owner,
            @Nullable String named,
            byte[] bytes,
            UploadRules rules,
            UnusedFiles files,
            Function<Uploaded, T> store) {
        if (bytes.length == 0) {
            throw ProblemException.validation("file", "REQUIRED", (rules.picturesOnly() ? "图片" : "文件") + "是空的，请重新选择");
        }
        if (bytes.length > rules.maxBytes()) {
            throw rules.tooLarge().get();
        }
        FileKind kind = FileKind.of(bytes)
                .filter(it -> it.isPicture() || !rules.picturesOnly())
                .orElseThrow(rules.wrongKind());
        refuseMore(owner, rules, files);
        byte[] bare = BarePicture.of(bytes);
        // No connection is held while the folder, which may lie on another machine, takes them.
        ObjectStore.Kept kept = objects.keep(bare);
        Uploaded file = new Uploaded(
                Ids.next(),
                FileName.of(named, kind),
                kind.contentType(),
                bare.length,
                kept.sha256(),
                kept.key(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return effect.of(() -> transaction.execute(status -> {
            // Counted again where nobody else of the same owner counts.
            files.lock(owner);
            refuseMore(owner, rules, files);
            return store.apply(file);
        }));
    }

    private static void refuseMore(UUID owner, UploadRules rules, UnusedFiles files) {
        if (files.unused(owner) >= rules.mostUnused()) {
            throw rules.tooMany().get();
        }
    }

    public Resource bytes(String objectKey) {
        return objects.get(objectKey);
    }

    /**
     * One that its owner does not want any more.
     *
     * @param row removes its row, and says so on record, in one transaction; gives its key in the store
     * @throws ProblemException NOT_FOUND where there is none
     */
    public void takeBack(Supplier<Optional<String>> row) {
        Optional<String> key = transaction.execute(status -> row.get());
        objects.remove(key.orElseThrow(() -> ProblemException.notFound("文件不存在，或已经使用")));
    }

    /** After their rows. Copies of the service may do it at once: a row goes once. */
    public void removed(Collection<String> objectKeys) {
        objectKeys.forEach(objects::remove);
    }
}
