package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.upload.Papers;
import cn.zhengqi.kernel.ProblemException;
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

/** Photos and papers of visits: taken from officers, named by the visit that they record, and given back to whom the visit is shown. */
@Component
public class VisitFiles {

    /** With one visit. */
    static final int MOST = 9;

    /** Files that one person may have handed in without a visit: some tries, but no store of their own. */
    static final int MOST_UNUSED = 30;

    private final VisitFileMapper files;
    private final Papers papers;
    private final AuditTrail audit;

    VisitFiles(VisitFileMapper files, Papers papers, AuditTrail audit) {
        this.files = files;
        this.papers = papers;
        this.audit = audit;
    }

    /** A file with its bytes. */
    record Content(VisitFile file, Resource bytes) {}

    /** A file as it is named with a visit. */
    record Named(UUID id, @Nullable String words) {}

    /** @throws ProblemException FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, TOO_MANY_FILES, VALIDATION_FAILED when it is empty */
    VisitFile put(UUID account, @Nullable String name, byte[] bytes) {
        return papers.put(account, name, bytes, MOST_UNUSED, files, file -> {
            VisitFileMapper.Row row = new VisitFileMapper.Row(
                    file.id(),
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
            audit.changed(FinanceAction.VISIT_FILE_STORED, row.id(), row.name(), null, row.file());
            return row.file();
        });
    }

    /**
     * What its person does not want any more, before a visit has it.
     *
     * @throws ProblemException NOT_FOUND for one that is another person's, or that a visit has
     */
    void takeBack(UUID id, UUID account) {
        papers.takeBack(() -> files.takeBack(id, account).map(row -> {
            audit.changed(FinanceAction.VISIT_FILE_TAKEN_BACK, row.id(), row.name(), row.file(), null);
            return row.objectKey();
        }));
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
                .map(row -> new Content(row.file(), papers.bytes(row.objectKey())));
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void removeUnused() {
        papers.removeUnused(before -> files.removeUnused(before).stream()
                .map(VisitFileMapper.Row::objectKey)
                .toList());
    }
}
