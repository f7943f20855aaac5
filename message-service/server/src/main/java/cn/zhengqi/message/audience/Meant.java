package cn.zhengqi.message.audience;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom conditions mean in this moment.
 *
 * @param holders the enterprises that have one of the tags and are of one of the sizes, as matching-service said; absent: neither is asked
 */
public record Meant(Conditions conditions, @Nullable Set<UUID> holders) {

    public Meant {
        if (conditions.asksForHolders() && holders == null) {
            throw new IllegalArgumentException("Nobody said who has the tags, or is of the size");
        }
    }

    /** Finds them in the copies: nobody who is disabled, whose account was closed, or who has left. */
    public Conditions.Query query() {
        return conditions.query(holders);
    }
}
