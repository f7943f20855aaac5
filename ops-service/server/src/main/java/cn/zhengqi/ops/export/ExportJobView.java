package cn.zhengqi.ops.export;

import cn.zhengqi.kernel.BusinessTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job, as whoever asked for it sees it.
 *
 * @param title of the list
 * @param conditions by which the list was narrowed, in words; empty: it was not
 * @param total rows that it was to have when it was asked for
 * @param written rows so far
 * @param bytes of the file, once it is done
 * @param reason why it failed
 */
public record ExportJobView(
        UUID id,
        ExportKind kind,
        String title,
        String conditions,
        ExportState state,
        long total,
        long written,
        @Nullable Long bytes,
        @Nullable String reason,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime endedAt) {

    static ExportJobView of(ResultSet row, int number) throws SQLException {
        ExportKind kind = ExportKind.valueOf(row.getString("kind"));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ExportJobView(
                row.getObject("id", UUID.class),
                kind,
                kind.title(),
                row.getString("conditions"),
                ExportState.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("written"),
                row.getObject("bytes", Long.class),
                row.getString("reason"),
                BusinessTime.at(row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                ended == null ? null : BusinessTime.at(ended.toInstant()));
    }
}
