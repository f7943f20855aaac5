package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.events.audit.Reveals;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyAction;
import cn.zhengqi.policy.api.DeclarationViewed;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Declarations and their files as a department opens them. By its duty, without anybody's consent; but what an enterprise filled in, and what was filled in for it from
 * its profile, is shown to nobody without a record, which the enterprise reads.
 */
@Service
class DeclarationReadings {

    private static final String FORM = "申报表";
    private static final String TAKEN_OUT = "申报表（导出）";

    private final DeclarationMapper mapper;
    private final Declarations declarations;
    private final FileMapper files;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Reveals reveals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeclarationReadings(
            DeclarationMapper mapper,
            Declarations declarations,
            FileMapper files,
            Outbox outbox,
            AuditTrail audit,
            Reveals reveals,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.declarations = declarations;
        this.files = files;
        this.outbox = outbox;
        this.audit = audit;
        this.reveals = reveals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND also for one out of scope */
    DeclarationDetail open(UUID id, DataScope scope, CurrentUser reader) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Declaration it = mapper.findWithin(id, scope).orElseThrow(Declarations::notFound);
            DeclarationDetail detail = declarations.detail(it);
            String name = it.number() + " " + it.enterpriseName();
            audit.changed(PolicyAction.DECLARATION_VIEWED, it.id(), name, null, null);
            tell(it, FORM, reader);
            return detail;
        }));
    }

    /** What is written down when the forms of several leave the platform as a file: each enterprise reads that its own was among them. */
    void takenOut(DeclarationQuery query, CurrentUser reader) {
        transaction.executeWithoutResult(
                status -> mapper.each(query, it -> tell(it.getResultObject(), TAKEN_OUT, reader)));
    }

    /** A file that a declaration within the scope names, or named when it was handed in. Its bytes are read when no connection is held any more. */
    Optional<FileMapper.Row> openFile(UUID id, DataScope scope, CurrentUser reader) {
        return Objects.requireNonNull(transaction.execute(status -> mapper.naming(id, scope)
                .flatMap(it -> files.ofEnterprise(id, it.enterpriseId()).map(row -> {
                    audit.changed(PolicyAction.DECLARATION_FILE_VIEWED, row.id(), row.name(), null, null);
                    tell(it, row.name(), reader);
                    return row;
                }))));
    }

    /**
     * 查看明文 of whom to call.
     *
     * @throws ProblemException NOT_FOUND out of scope, and as {@link Reveals#show}
     */
    Reveals.Revealed reveal(UUID id, DataScope scope, Reveals.Ask ask, CurrentUser reader) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Declaration it = mapper.findWithin(id, scope).orElseThrow(Declarations::notFound);
            Reveals.Revealed revealed = reveals.show(
                    PolicyAction.DECLARATION_FIELD_REVEALED,
                    it.id(),
                    it.number() + " " + it.enterpriseName(),
                    ask,
                    it.contact().plain(),
                    reader);
            tell(it, FORM, revealed, reader);
            return revealed;
        }));
    }

    private void tell(Declaration it, String document, CurrentUser reader) {
        tell(it, document, null, reader);
    }

    private void tell(Declaration it, String document, Reveals.@Nullable Revealed revealed, CurrentUser reader) {
        DeclarationViewed viewed = new DeclarationViewed(
                Ids.next(),
                it.id(),
                Objects.requireNonNull(it.number()),
                it.enterpriseId(),
                reader.accountId(),
                reader.name(),
                reader.institutionId(),
                reader.institutionName(),
                document,
                revealed == null ? null : revealed.name(),
                revealed == null ? null : revealed.reason(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        outbox.publish(viewed, 0, viewed.at());
    }
}
