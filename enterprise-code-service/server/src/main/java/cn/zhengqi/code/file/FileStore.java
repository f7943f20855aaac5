package cn.zhengqi.code.file;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.reading.ClaimReading;
import cn.zhengqi.code.reading.Readings;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.files.UploadRules;
import cn.zhengqi.data.files.Uploads;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files, and gives them back. */
@Component
public class FileStore {

    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Letters that one person may have handed in without a claim: some tries, but no store of their own. */
    static final int MOST_UNUSED = 20;

    /** Letters that no claim names. */
    public static final Period KEPT_UNUSED = Period.ofDays(7);

    private static final UploadRules RULES = new UploadRules(
            MAX_BYTES,
            MOST_UNUSED,
            false,
            () -> new ProblemException(CodeProblem.FILE_TOO_LARGE),
            () -> new ProblemException(CodeProblem.FILE_TYPE_NOT_ALLOWED),
            () -> new ProblemException(CodeProblem.TOO_MANY_FILES));

    private final FileMapper mapper;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final Readings readings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FileStore(
            FileMapper mapper,
            Uploads uploads,
            AuditTrail audit,
            Readings readings,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.uploads = uploads;
        this.audit = audit;
        this.readings = readings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file with its bytes. */
    record Content(StoredFile file, Resource bytes) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    public StoredFile put(UUID owner, @Nullable String name, byte[] bytes, Instant at) {
        return uploads.put(owner, name, bytes, RULES, mapper, file -> {
            FileMapper.Row row = new FileMapper.Row(
                    file.id(),
                    owner,
                    file.name(),
                    file.contentType(),
                    file.size(),
                    file.sha256(),
                    file.objectKey(),
                    at);
            mapper.insert(row);
            audit.changed(CodeAction.FILE_STORED, row.id(), row.name(), null, row.file());
            return row.file();
        });
    }

    /** The file, if this account handed it in. */
    public Optional<StoredFile> ownedBy(UUID owner, UUID id) {
        FileMapper.Row row = mapper.find(id);
        return row != null && row.ownerId().equals(owner) && row.objectKey() != null
                ? Optional.of(row.file())
                : Optional.empty();
    }

    public Map<UUID, StoredFile> files(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.all(ids).stream()
                        .map(FileMapper.Row::file)
                        .collect(Collectors.toMap(StoredFile::id, file -> file));
    }

    Optional<Content> ofOwner(UUID owner, UUID id) {
        return Optional.ofNullable(mapper.find(id))
                .filter(row -> row.ownerId().equals(owner))
                .map(this::withBytes);
    }

    /**
     * For who judges claims: nothing but what a claim within their scope names. Each look goes on record, and is read of by the enterprise: a letter shows people's
     * papers.
     */
    Optional<Content> letter(UUID id, DataScope claims, CurrentUser reader) {
        FileMapper.Row row = mapper.find(id);
        FileMapper.NamedBy claim = row == null ? null : mapper.claimWithin(id, claims);
        if (row == null || claim == null) {
            return Optional.empty();
        }
        // One that is kept no more nobody sees.
        Content content = withBytes(row);
        transaction.executeWithoutResult(status -> {
            audit.changed(CodeAction.LETTER_VIEWED, row.id(), row.name(), null, null);
            readings.add(new ClaimReading(
                    Ids.next(),
                    claim.id(),
                    claim.number(),
                    claim.enterpriseId(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    reader.accountId(),
                    reader.name(),
                    reader.institutionId(),
                    reader.institutionName(),
                    null,
                    null,
                    "授权委托书"));
        });
        return Optional.of(content);
    }

    private Content withBytes(FileMapper.Row row) {
        if (row.objectKey() == null) {
            throw new ProblemException(CodeProblem.FILE_EXPIRED);
        }
        return new Content(row.file(), uploads.bytes(row.objectKey()));
    }

    /** Copies of the service may do it at once: a row goes once, and what a row of the first release still names stays. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        uploads.removed(mapper.removeUnused(clock.instant().minus(KEPT_UNUSED)).stream()
                .map(FileMapper.Row::objectKey)
                .filter(Objects::nonNull)
                .filter(key -> !mapper.holds(key))
                .toList());
    }
}
