package cn.zhengqi.message.audience;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom conditions mean in this moment.
 *
 * @param found the enterprises for which what only matching-service and finance-service know is as it is asked; absent: nothing of it is
 */
public record Meant(Conditions conditions, @Nullable Set<UUID> found) {

    public Meant {
        if (conditions.asksOthers() && found == null) {
            throw new IllegalArgumentException("Nobody said who has the tags, is of the size, or has applied");
        }
    }

    /** Finds them in the copies: nobody who is disabled, whose account was closed, or who has left. */
    public Conditions.Query query() {
        return conditions.query(found);
    }
}
