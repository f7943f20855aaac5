package cn.zhengqi.ops.audit;

import cn.zhengqi.auth.api.SignInRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of 登录日志 as it is hashed: an attempt to sign in, or the end of a sign-in.
 *
 * @param typed what was typed as a name, covered
 * @param typedIndex by which the same is found again
 * @param accountId absent when nobody has that name
 * @param affiliation institution or enterprise for which they acted then
 * @param way absent where nobody chose one, and in what was written before ways were
 */
record SignInEntry(
        long seq,
        UUID eventId,
        Instant occurredAt,
        Instant recordedAt,
        String typed,
        String typedIndex,
        @Nullable UUID accountId,
        @Nullable String accountName,
        @Nullable String affiliation,
        @Nullable String way,
        String result,
        String address,
        String userAgent)
        implements ChainedEntry {

    static final String COLUMNS = """
            seq, event_id, occurred_at, recorded_at, typed, typed_index, account_id, account_name, affiliation, way, result, address, user_agent""";

    static SignInEntry of(long seq, UUID eventId, Instant recordedAt, SignInRecorded it) {
        return new SignInEntry(
                seq,
                eventId,
                it.occurredAt(),
                recordedAt,
                it.typed(),
                it.typedIndex(),
                it.accountId(),
                it.accountName(),
                it.affiliation(),
                it.way() == null ? null : it.way().name(),
                it.result().name(),
                it.address(),
                it.userAgent());
    }

    static SignInEntry of(ResultSet row) throws SQLException {
        return new SignInEntry(
                row.getLong("seq"),
                row.getObject("event_id", UUID.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("typed"),
                row.getString("typed_index"),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getString("affiliation"),
                row.getString("way"),
                row.getString("result"),
                row.getString("address"),
                row.getString("user_agent"));
    }

    @Override
    public List<@Nullable Object> values() {
        return Arrays.asList(
                seq,
                eventId,
                occurredAt,
                recordedAt,
                typed,
                typedIndex,
                accountId,
                accountName,
                affiliation,
                way,
                result,
                address,
                userAgent);
    }
}
