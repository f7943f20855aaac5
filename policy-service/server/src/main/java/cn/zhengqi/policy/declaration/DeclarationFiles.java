package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.files.UploadRules;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.PolicyProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of enterprises, and gives them back. What was uploaded once can be handed in with any declaration, and any application for redemption, of the same enterprise. */
@Component
public class DeclarationFiles {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Files that an enterprise may have uploaded without handing them in: some tries, but no store of its own. */
    static final int MOST_UNUSED = 60;

    /** Files that nothing names that was handed in, nor the timeline of it. */
    public static final Period KEPT_UNUSED = Period.ofDays(7);

    private static final int SHOWN = 50;

    private static final UploadRules RULES = new UploadRules(
            MAX_BYTES,
            MOST_UNUSED,
            false,
            () -> new ProblemException(PolicyProblem.FILE_TOO_LARGE),
            () -> new ProblemException(PolicyProblem.FILE_TYPE_NOT_ALLOWED),
            () -> new ProblemException(PolicyProblem.TOO_MANY_FILES));

    private final FileMapper files;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeclarationFiles(
            FileMapper files, Uploads uploads, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file with its bytes. */
    public record Content(DeclarationFile file, Resource bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    DeclarationFile put(UUID enterprise, UUID account, @Nullable String name, byte[] bytes) {
        return uploads.put(enterprise, name, bytes, RULES, files, file -> {
            FileMapper.Row row = new FileMapper.Row(
                    file.id(),
                    enterprise,
                    account,
                    file.name(),
                    file.contentType(),
                    file.size(),
                    file.sha256(),
                    file.objectKey(),
                    file.at());
            files.insert(row);
            audit.changed(PolicyAction.DECLARATION_FILE_STORED, row.id(), row.name(), null, row.file());
            return row.file();
        });
    }

    /** What it uploaded last, to be handed in again. @param named with this in its name */
    List<DeclarationFile> latest(UUID enterprise, @Nullable String named) {
        return files.latest(enterprise, LikePattern.containing(named), SHOWN).stream()
                .map(FileMapper.Row::file)
                .toList();
    }

    /** Those of them that are the enterprise's. */
    public Map<UUID, DeclarationFile> of(UUID enterprise, Collection<UUID> ids) {
        Map<UUID, DeclarationFile> theirs = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            files.allOfEnterprise(ids, enterprise).forEach(row -> theirs.put(row.id(), row.file()));
        }
        return theirs;
    }

    /** What they are called. */
    Map<UUID, String> namesOf(Collection<UUID> ids) {
        Map<UUID, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            files.names(ids).forEach(it -> names.put(it.id(), it.name()));
        }
        return names;
    }

    /** The same for what is being handed in: until the end of the transaction, when they are named, none of them is removed as unused. */
    public Map<UUID, DeclarationFile> held(UUID enterprise, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            files.lock(enterprise);
        }
        return of(enterprise, ids);
    }

    public Optional<Content> ofEnterprise(UUID enterprise, UUID id) {
        return files.ofEnterprise(id, enterprise).map(this::withBytes);
    }

    /** Copies of the service may do it at once: a row goes once. Bytes that a crash leaves behind are swept up by LostObjects. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        Instant before = clock.instant().minus(KEPT_UNUSED);
        // Asked again where nobody hands in one of them at the same moment.
        files.withUnused(before)
                .forEach(enterprise -> uploads.removed(Objects.requireNonNull(transaction.execute(status -> {
                            files.lock(enterprise);
                            return files.removeUnused(enterprise, before);
                        }))
                        .stream()
                        .map(FileMapper.Row::objectKey)
                        .toList()));
    }

    Content withBytes(FileMapper.Row row) {
        return new Content(row.file(), uploads.bytes(row.objectKey()));
    }
}
