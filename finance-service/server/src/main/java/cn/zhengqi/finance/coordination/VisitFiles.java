package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos and papers of visits: taken from officers, named by the visit that they record, and given back to whom the visit is shown. */
@Component
public class VisitFiles {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** With one visit. */
    static final int MOST = 9;

    /** Files that one person may have handed in without a visit: some tries, but no store of their own. */
    static final int MOST_UNUSED = 30;

    /** Files that no visit names. */
    public static final Period KEPT_UNUSED = Period.ofDays(7);

    private final VisitFileMapper files;
    private final ObjectStore objects;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final OneEffect effect;
    private final Clock clock;

    VisitFiles(
            VisitFileMapper files,
            ObjectStore objects,
            AuditTrail audit,
            TransactionTemplate transaction,
            OneEffect effect,
            Clock clock) {
        this.files = files;
        this.objects = objects;
        this.audit = audit;
        this.transaction = transaction;
        this.effect = effect;
        this.clock = clock;
    }

    /** A file with its bytes. */
    record Content(VisitFile file, Resource bytes) {}

    /** A file as it is named with a visit. */
    record Named(UUID id, @Nullable String words) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    VisitFile put(UUID account, @Nullable String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw ProblemException.validation("file", "REQUIRED", "文件是空的，请重新选择");
        }
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(FinanceProblem.FILE_TOO_LARGE);
        }
        FileKind kind =
                FileKind.of(bytes).orElseThrow(() -> new ProblemException(FinanceProblem.FILE_TYPE_NOT_ALLOWED));
        refuseMore(account);
        // No connection is held while the folder, which may lie on another machine, takes them.
        ObjectStore.Kept kept = objects.keep(bytes);
        VisitFileMapper.Row row = new VisitFileMapper.Row(
                Ids.next(),
                account,
                null,
                null,
                null,
                FileName.of(name, kind),
                kind.contentType(),
                bytes.length,
                kept.sha256(),
                kept.key(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return effect.of(() -> transaction.execute(status -> {
            // Counted again where nobody else of the same person counts.
            files.lock(account);
            refuseMore(account);
            files.insert(row);
            audit.changed(FinanceAction.VISIT_FILE_STORED, row.id(), row.name(), null, row.file());
            return row.file();
        }));
    }

    private void refuseMore(UUID account) {
        if (files.unused(account) >= MOST_UNUSED) {
            throw new ProblemException(FinanceProblem.TOO_MANY_FILES);
        }
    }

    /**
     * Within the transaction that records the visit.
     *
     * @throws ProblemException VALIDATION_FAILED for one that is another person's, or that a visit has already
     */
    List<VisitFile> attach(UUID visit, UUID account, List<Named> named) {
        for (int place = 0; place < named.size(); place++) {
            Named one = named.get(place);
            if (files.attach(one.id(), account, visit, place, one.words()) == 0) {
                throw ProblemException.validation("files", "UNKNOWN", "照片或材料不存在，或已随另一次走访登记，请重新上传");
            }
        }
        return of(List.of(visit)).getOrDefault(visit, List.of());
    }

    /** By the visit that has them, in the order of their officer. */
    Map<UUID, List<VisitFile>> of(Collection<UUID> visits) {
        return visits.isEmpty()
                ? Map.of()
                : files.of(visits).stream()
                        .collect(Collectors.groupingBy(
                                VisitFileMapper.Row::visitId,
                                Collectors.mapping(VisitFileMapper.Row::file, Collectors.toList())));
    }

    /** For whom the visit lies within reach; before there is one, for who handed it in. */
    Optional<Content> open(UUID id, UUID reader, DataScope scope) {
        return files.findUnused(id, reader)
                .or(() -> files.findWithin(id, scope))
                .map(row -> new Content(row.file(), objects.get(row.objectKey())));
    }

    /** Copies of the service may do it at once: a row goes once. Bytes that a crash leaves behind are swept up by LostObjects. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        files.removeUnused(clock.instant().minus(KEPT_UNUSED)).forEach(row -> objects.remove(row.objectKey()));
    }
}
