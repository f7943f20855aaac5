package cn.zhengqi.finance.demand;

import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.web.CurrentUser;
import java.util.Set;
import java.util.UUID;

/**
 * Who wants to answer a claim, for the bank that they work for.
 *
 * @param own institutions that they answer for
 * @param assigns whether they say who of their bank has what, and so answer in the place of who claimed it
 */
record Answerer(Set<UUID> own, Actor officer, boolean assigns) {

    static Answerer of(CurrentUser user) {
        return new Answerer(
                user.territory().institutions(),
                new Actor(user.accountId(), user.name()),
                user.has(FinancePermissions.ASSIGN_APPLICATIONS));
    }
}
