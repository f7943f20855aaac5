package cn.zhengqi.code.scan;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.api.CodeScanned;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.card.Cards;
import cn.zhengqi.code.card.EnterpriseCard;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.code.consent.Standings;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.code.issued.CodeContent;
import cn.zhengqi.code.issued.ScannedCodes;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.EnterpriseRecord;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Scanning: what is shown is what the enterprise allows at that moment, and nothing is shown that is not on record. */
@Component
public class Scans {

    private final ScannedCodes scanned;
    private final Consents consents;
    private final Cards cards;
    private final ScanMapper mapper;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final OneEffect effect;
    private final Clock clock;

    Scans(
            ScannedCodes scanned,
            Consents consents,
            Cards cards,
            ScanMapper mapper,
            AuditTrail audit,
            TransactionTemplate transaction,
            OneEffect effect,
            Clock clock) {
        this.scanned = scanned;
        this.consents = consents;
        this.cards = cards;
        this.mapper = mapper;
        this.audit = audit;
        this.transaction = transaction;
        this.effect = effect;
        this.clock = clock;
    }

    private record Shown(ScanSource source, @Nullable String place, List<String> categories) {}

    /**
     * @param text what the picture carried
     * @throws ProblemException CODE_UNKNOWN, CODE_FOREIGN, CODE_EXPIRED, CODE_USED, STATIC_CODE_REVOKED, CODE_FROZEN, CODE_REVOKED, CONSENT_REQUIRED,
     *     CONSENT_WITHDRAWN, CONSENT_EXPIRED
     */
    public ScanResult scan(String text, ScanSource source, @Nullable String place, Scanner scanner) {
        CodeContent content = scanned.read(text);
        Optional<EnterpriseRecord> entry = cards.entryBehind(content);
        // What the enterprise allows is asked here alone, so what is shown is what it allows when that goes on record.
        return effect.of(() -> transaction.execute(status -> {
            Code code = scanned.scanned(content);
            Standings consented = consents.standings(code.getEnterpriseId(), scanner.kind());
            consented.refusal(Cards.SECTIONS).ifPresent(refusal -> {
                throw refusal;
            });
            if (content instanceof CodeContent.Dynamic dynamic) {
                scanned.useUp(dynamic);
            }
            EnterpriseCard card = cards.forOthers(code, consented, entry);
            Scan scan = new Scan(
                    Ids.next(),
                    code.getId(),
                    code.getEnterpriseId(),
                    code.getEnterpriseName(),
                    code.getUscc(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    scanner.id(),
                    scanner.name(),
                    scanner.institutionId(),
                    scanner.institutionName(),
                    source,
                    content instanceof CodeContent.Dynamic ? "DYNAMIC" : "STATIC",
                    place,
                    card.shown().stream().map(Enum::name).toList());
            mapper.insert(scan);
            audit.changed(
                    CodeAction.CODE_SCANNED,
                    scan.enterpriseId(),
                    scan.enterpriseName(),
                    null,
                    new Shown(scan.source(), scan.place(), scan.shownCategories()),
                    new Outbox.Fact(
                            new CodeScanned(
                                    scan.id(),
                                    scan.enterpriseId(),
                                    scan.scannerId(),
                                    scan.scannerName(),
                                    scan.institutionName(),
                                    scan.at()),
                            0,
                            scan.at()));
            return new ScanResult(scan.id(), BusinessTime.at(scan.at()), card);
        }));
    }

    @Transactional(readOnly = true)
    Page<ScanRecord> ofEnterprise(MyScanFilter.Query query, PageRequest page) {
        return Page.of(mapper.ofEnterprise(query, page.size(), page.offset()), mapper.countOfEnterprise(query), page)
                .map(Scans::record);
    }

    @Transactional(readOnly = true)
    long countOfEnterprise(MyScanFilter.Query query) {
        return mapper.countOfEnterprise(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void eachOfEnterprise(MyScanFilter.Query query, Consumer<ScanRecord> receiver) {
        mapper.eachOfEnterprise(query, it -> receiver.accept(record(it.getResultObject())));
    }

    @Transactional(readOnly = true)
    Page<OwnScan> seen(ScanFilter.Query query, PageRequest page) {
        return Page.of(mapper.seen(query, page.size(), page.offset()), mapper.countSeen(query), page)
                .map(Scans::own);
    }

    @Transactional(readOnly = true)
    long countSeen(ScanFilter.Query query) {
        return mapper.countSeen(query);
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void eachSeen(ScanFilter.Query query, Consumer<OwnScan> receiver) {
        mapper.eachSeen(query, it -> receiver.accept(own(it.getResultObject())));
    }

    private static ScanRecord record(Scan scan) {
        return new ScanRecord(
                scan.id(),
                BusinessTime.at(scan.at()),
                scan.scannerName(),
                scan.institutionName(),
                scan.source(),
                scan.place(),
                categories(scan));
    }

    private static OwnScan own(Scan scan) {
        return new OwnScan(
                scan.id(),
                BusinessTime.at(scan.at()),
                scan.enterpriseName(),
                scan.uscc(),
                scan.scannerName(),
                scan.institutionName(),
                scan.source(),
                scan.place(),
                categories(scan));
    }

    private static List<ConsentCategory> categories(Scan scan) {
        return scan.shownCategories().stream().map(ConsentCategory::valueOf).toList();
    }
}
