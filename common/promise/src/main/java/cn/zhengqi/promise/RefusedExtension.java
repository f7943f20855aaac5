package cn.zhengqi.promise;

import cn.zhengqi.kernel.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That more time was asked for a case, and not approved.
 *
 * @param workingDays that were asked for
 * @param words why it was not approved
 */
public record RefusedExtension(int workingDays, String words, String decidedByName, OffsetDateTime decidedAt) {

    /** Null where none was. */
    static @Nullable RefusedExtension of(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("refused_at", OffsetDateTime.class);
        return at == null
                ? null
                : new RefusedExtension(
                        row.getInt("refused_days"),
                        row.getString("refused_words"),
                        row.getString("refused_by_name"),
                        BusinessTime.at(at.toInstant()));
    }
}
