package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked with which key. */
@Component
class Calls {

    private final JdbcClient jdbc;
    private final Clock clock;

    Calls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One request.
     *
     * @param problem code of the refusal, of the gateway or of the service; absent where it was none
     */
    record CallRow(
            UUID id,
            OffsetDateTime at,
            String method,
            String path,
            int status,
            int millis,
            String address,
            @Nullable String problem) {}

    /**
     * The four add up to all calls.
     *
     * @param refused for what the caller did wrong, but for how often they called: those are {@code limited}
     * @param failed through the platform's own fault
     */
    record DayCount(LocalDate day, long calls, long succeeded, long refused, long limited, long failed) {}

    /** The same call told twice is one. A key that is not there any more has no calls to keep. */
    @Transactional
    void keep(List<OpenApiKeys.Call> calls) {
        for (OpenApiKeys.Call call : calls) {
            jdbc.sql("""
                            insert into openapi_call (id, key, at, method, path, status, millis, address, problem)
                            select ?, ?, ?, ?, ?, ?, ?, ?, ? where exists (select 1 from openapi_key where id = ?)
                            on conflict (id) do nothing""")
                    .param(call.id())
                    .param(call.key())
                    .param(Timestamp.from(call.at()))
                    .param(call.method())
                    .param(call.path())
                    .param(call.status())
                    .param(call.millis())
                    .param(call.address())
                    .param(call.problem())
                    .param(call.key())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    Page<CallRow> of(UUID key, PageRequest page) {
        long total = jdbc.sql("select count(*) from openapi_call where key = ?")
                .param(key)
                .query(Long.class)
                .single();
        List<CallRow> rows = jdbc.sql("select * from openapi_call where key = ? order by at desc, id limit ? offset ?")
                .param(key)
                .param(page.size())
                .param(page.offset())
                .query((row, n) -> new CallRow(
                        row.getObject("id", UUID.class),
                        BusinessTime.at(row.getTimestamp("at").toInstant()),
                        row.getString("method"),
                        row.getString("path"),
                        row.getInt("status"),
                        row.getInt("millis"),
                        row.getString("address"),
                        row.getString("problem")))
                .list();
        return Page.of(rows, total, page);
    }

    /** Of the last days with today, the oldest first; also those without a call. */
    @Transactional(readOnly = true)
    List<DayCount> byDay(UUID key, int days) {
        LocalDate today = BusinessTime.today(clock);
        LocalDate first = today.minusDays(days - 1L);
        return jdbc.sql("""
                        select day::date as day, count(call.id) as calls,
                          count(*) filter (where status < 400) as succeeded,
                          count(*) filter (where status between 400 and 498 and status <> 429) as refused,
                          count(*) filter (where status = 429) as limited,
                          count(*) filter (where status >= 499) as failed
                        from generate_series(:first::timestamp, :today::timestamp, interval '1 day') day
                          left join openapi_call call on key = :key and at >= :since
                            and (at at time zone 'Asia/Shanghai')::date = day::date
                        group by 1 order by 1""")
                .param("first", first)
                .param("today", today)
                .param("key", key)
                .param("since", Timestamp.from(BusinessTime.startOf(first)))
                .query((row, n) -> new DayCount(
                        row.getObject("day", LocalDate.class),
                        row.getLong("calls"),
                        row.getLong("succeeded"),
                        row.getLong("refused"),
                        row.getLong("limited"),
                        row.getLong("failed")))
                .list();
    }
}
