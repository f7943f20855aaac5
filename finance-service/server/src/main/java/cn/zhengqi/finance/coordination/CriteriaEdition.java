package cn.zhengqi.finance.coordination;

import cn.zhengqi.finance.application.Actor;
import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One edition of the criteria (五项标准). It stays as it is; a change is the next one. */
record CriteriaEdition(
        int edition,
        CriteriaContent content,
        String note,
        @Nullable UUID changedBy,
        @Nullable String changedByName,
        Instant changedAt) {

    /** The one after this. */
    CriteriaEdition next(CriteriaContent changed, String why, Actor by, Instant at) {
        return new CriteriaEdition(edition + 1, changed, why, by.accountId(), by.name(), at);
    }

    CriteriaView view() {
        return new CriteriaView(edition, content.items(), note, changedByName, BusinessTime.at(changedAt));
    }
}
