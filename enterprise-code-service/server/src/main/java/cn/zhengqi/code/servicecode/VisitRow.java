package cn.zhengqi.code.servicecode;

import cn.zhengqi.kernel.BusinessTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visit as staff see it. */
record VisitRow(
        UUID id,
        OffsetDateTime at,
        String visitor,
        @Nullable String enterpriseName) {

    static VisitRow of(Visit visit) {
        return new VisitRow(visit.id(), BusinessTime.at(visit.at()), visit.accountName(), visit.enterpriseName());
    }
}
