package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.OpsPermissions;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who evaluates: a person, for the enterprise that they act for, and for themselves what is theirs alone.
 *
 * @param enterprise null: they act for none, or may not evaluate for it; so its name
 */
record Evaluator(
        UUID person,
        String name,
        @Nullable UUID enterprise,
        @Nullable String enterpriseName) {

    /** A single letter is no name, but a part of words. */
    private static final int SHORTEST_NAME = 2;

    static Evaluator of(CurrentUser user) {
        return user.has(OpsPermissions.EVALUATE)
                ? new Evaluator(user.accountId(), user.name(), user.enterpriseId(), user.enterpriseName())
                : new Evaluator(user.accountId(), user.name(), null, null);
    }

    boolean namesThemselvesIn(String words) {
        return name.length() >= SHORTEST_NAME && words.contains(name);
    }
}
