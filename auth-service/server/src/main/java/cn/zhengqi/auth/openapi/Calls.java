package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked with which key. */
@Component
class Calls {

    /** How many days the count by day shows. */
    private static final int DAYS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration kept;

    Calls(JdbcClient jdbc, Clock clock, @Value("${zhengqi.openapi.calls-kept:180d}") Duration kept) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * One request.
     *
     * @param problem code of the refusal, if the gateway refused it
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

    /** @param refused how many of them were answered by a failure of the caller's or ours */
    record DayCount(LocalDate day, long calls, long refused) {}

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

    /** Of the last days; a day without a call is not there. */
    @Transactional(readOnly = true)
    List<DayCount> byDay(UUID key) {
        Instant since = BusinessTime.startOf(BusinessTime.today(clock).minusDays(DAYS - 1L));
        return jdbc.sql("""
                        select (at at time zone 'Asia/Shanghai')::date as day, count(*) as calls,
                          count(*) filter (where status >= 400) as refused
                        from openapi_call where key = ? and at >= ? group by 1 order by 1 desc""")
                .param(key)
                .param(Timestamp.from(since))
                .query((row, n) -> new DayCount(
                        row.getObject("day", LocalDate.class), row.getLong("calls"), row.getLong("refused")))
                .list();
    }

    /** Doing it twice, or by two copies at once, does no harm. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    int forgetOld() {
        return jdbc.sql("delete from openapi_call where at < ?")
                .param(Timestamp.from(clock.instant().minus(kept)))
                .update();
    }
}
