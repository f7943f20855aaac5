package cn.zhengqi.auth.openapi;

import cn.zhengqi.user.api.InternalInstitutions;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which institutions stand below and above one, as user-service says. An answer is asked for anew after a minute, and while user-service is away the last one counts for an hour; afterwards the
 * caller fails: a key that silently reached less would let its system read past what it did not see.
 */
@Component
public class Lineages {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 1000;

    private final LoadingCache<UUID, InternalInstitutions.Lineage> known;

    Lineages(InternalInstitutions institutions) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(KEPT)
                .build(institutions::lineage);
    }

    Set<UUID> below(UUID institution) {
        return known.get(institution).below();
    }

    /** The institution and all above it. */
    public Set<UUID> upwards(UUID institution) {
        return known.get(institution).upwards();
    }
}
