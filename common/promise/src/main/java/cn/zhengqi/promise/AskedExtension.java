package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That those who work on a case ask for more time, which somebody else has to approve.
 *
 * @param workingDays to be added
 * @param refusedBefore what became of it when it was asked before; null where it was not
 */
public record AskedExtension(
        int workingDays,
        String reason,
        UUID askedBy,
        String askedByName,
        OffsetDateTime askedAt,
        @Nullable RefusedExtension refusedBefore) {

    /** Null where nobody asks. */
    static @Nullable AskedExtension of(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("asked_at", OffsetDateTime.class);
        return at == null
                ? null
                : new AskedExtension(
                        row.getInt("asked_days"),
                        row.getString("asked_reason"),
                        row.getObject("asked_by", UUID.class),
                        row.getString("asked_by_name"),
                        BusinessTime.at(at.toInstant()),
                        RefusedExtension.of(row));
    }
}
