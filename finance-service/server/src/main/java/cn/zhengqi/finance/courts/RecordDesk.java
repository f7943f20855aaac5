package cn.zhengqi.finance.courts;

import cn.zhengqi.finance.courts.PublicRecords.RecordsUnavailable;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.user.api.EnterpriseRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks who knows, all kinds at once and each at most once a day of an enterprise. Whoever calls has the enterprise's consent; without a transaction, for others think meanwhile. */
@Component
public class RecordDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RecordDesk.class);

    private final List<PublicRecords> sources;
    private final KeptRecords kept;
    private final Clock clock;

    RecordDesk(ObjectProvider<PublicRecords> sources, KeptRecords kept, Clock clock) {
        this.sources = sources.orderedStream().toList();
        this.kept = kept;
        this.clock = clock;
    }

    /** One finding of each kind, in their order; it always answers, for that a source failed is a finding too. */
    public List<RecordFinding> of(EnterpriseRecord enterprise) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dayOf(now);
        Map<RecordKind, RecordFinding> known = kept.of(enterprise.id(), today);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Arrays.stream(RecordKind.values())
                    .map(kind -> CompletableFuture.supplyAsync(
                            () -> source(kind, enterprise.demo())
                                    .map(source -> Optional.ofNullable(known.get(kind))
                                            .filter(it -> it.source() == source.source())
                                            .orElseGet(() -> asked(source, kind, enterprise, today, now)))
                                    .orElseGet(() -> RecordFinding.notConnected(kind)),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private Optional<PublicRecords> source(RecordKind kind, boolean demo) {
        return sources.stream().filter(it -> it.answers(kind, demo)).findFirst();
    }

    private RecordFinding asked(
            PublicRecords source, RecordKind kind, EnterpriseRecord enterprise, LocalDate today, Instant at) {
        try {
            OnRecord told = source.of(kind, enterprise.uscc(), enterprise.name());
            RecordFinding found = RecordFinding.told(kind, source.source(), today, told);
            kept.keep(enterprise.id(), found, at);
            return found;
        } catch (RecordsUnavailable silent) {
            LOG.warn("{} of {}: {}", kind, enterprise.id(), silent.getMessage());
            return RecordFinding.failed(kind, source.source());
        }
    }
}
