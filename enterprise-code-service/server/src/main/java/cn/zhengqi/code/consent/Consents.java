package cn.zhengqi.code.consent;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.api.ConsentCategory;
import cn.zhengqi.code.api.ConsentChanged;
import cn.zhengqi.events.Outbox;
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

    Consents(ConsentMapper mapper, Outbox outbox) {
        this.mapper = mapper;
        this.outbox = outbox;
    }

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

    @Transactional
    boolean isGranted(UUID enterpriseId, ConsentCategory category) {
        return mapper.isGranted(enterpriseId, category);
    }

    /** Grants or withdraws; saying the same again changes nothing. */
    @Transactional
    public void set(UUID enterpriseId, ConsentCategory category, boolean granted, Actor actor, Instant at) {
        Integer version = mapper.set(enterpriseId, category, granted, at);
        if (version == null) {
            return;
        }
        mapper.record(Ids.next(), enterpriseId, category, granted, at, actor.id(), actor.name());
        outbox.publish(new ConsentChanged(enterpriseId, category, granted, at), version, at);
    }

    /** As part of a claim: like {@link #set}, but a refusal of what was never granted leaves no trace. */
    @Transactional
    public void declare(UUID enterpriseId, ConsentCategory category, boolean granted, Actor actor, Instant at) {
        if (granted || mapper.isGranted(enterpriseId, category)) {
            set(enterpriseId, category, granted, actor, at);
        }
    }

    @Transactional(readOnly = true)
    List<ConsentChange> history(UUID enterpriseId, ConsentCategory category) {
        return mapper.history(enterpriseId, category);
    }
}
