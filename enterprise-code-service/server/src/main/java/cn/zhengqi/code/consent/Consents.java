package cn.zhengqi.code.consent;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.code.api.ConsentState;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each enterprise allows, asked anew each time something is shown: a withdrawal holds from the next moment on. */
@Component
public class Consents {

    private final ConsentMapper mapper;
    private final Outbox outbox;
    private final AuditTrail audit;

    Consents(ConsentMapper mapper, Outbox outbox, AuditTrail audit) {
        this.mapper = mapper;
        this.outbox = outbox;
        this.audit = audit;
    }

    private record Grant(ConsentCategory category, boolean granted) {}

    /** Every category, granted or not; read from the primary, because it is shown right after a change. */
    @Transactional
    List<Consent> of(UUID enterpriseId) {
        List<ConsentMapper.Row> rows = mapper.of(enterpriseId);
        return Arrays.stream(ConsentCategory.values())
                .map(category -> rows.stream()
                        .filter(row -> row.category() == category)
                        .findFirst()
                        .map(row -> new Consent(
                                category, category.label(), row.granted(), row.grantedAt(), row.withdrawnAt()))
                        .orElseGet(() -> Consent.never(category)))
                .toList();
    }

    /** The categories that are granted now; read from the primary, where a withdrawal of a moment ago is known. */
    @Transactional
    public Set<ConsentCategory> granted(UUID enterpriseId) {
        Set<ConsentCategory> granted = EnumSet.noneOf(ConsentCategory.class);
        for (ConsentMapper.Row row : mapper.of(enterpriseId)) {
            if (row.granted()) {
                granted.add(row.category());
            }
        }
        return granted;
    }

    /** Grants or withdraws; saying the same again changes nothing. */
    @Transactional
    public void set(UUID enterpriseId, ConsentCategory category, boolean granted, Actor actor, Instant at) {
        if (!mapper.set(enterpriseId, category, granted, at)) {
            return;
        }
        audit.by(actor.id(), actor.name())
                .changed(
                        CodeAction.CONSENT_CHANGED,
                        enterpriseId,
                        category.label(),
                        new Grant(category, !granted),
                        new Grant(category, granted));
        mapper.record(Ids.next(), enterpriseId, category, granted, at, actor.id(), actor.name());
        outbox.publish(new ConsentChanged(enterpriseId, category, granted, at), mapper.nextVersion(enterpriseId), at);
    }

    /** From another service: like {@link #declare}, and says how it stands then. */
    @Transactional
    ConsentState wish(UUID enterpriseId, ConsentCategory category, boolean granted, Actor actor, Instant at) {
        declare(enterpriseId, category, granted, actor, at);
        return mapper.of(enterpriseId).stream()
                .filter(row -> row.category() == category)
                .findFirst()
                .map(row -> new ConsentState(
                        row.granted(),
                        row.grantedAt() == null ? null : row.grantedAt().toInstant()))
                .orElseGet(() -> new ConsentState(false, null));
    }

    /** As part of something else: like {@link #set}, but a refusal of what was never granted leaves no trace. */
    @Transactional
    public void declare(UUID enterpriseId, ConsentCategory category, boolean granted, Actor actor, Instant at) {
        if (granted || mapper.isGranted(enterpriseId, category)) {
            set(enterpriseId, category, granted, actor, at);
        }
    }
}
