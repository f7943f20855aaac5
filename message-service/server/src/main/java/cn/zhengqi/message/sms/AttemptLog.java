package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.AttemptRows;
import cn.zhengqi.message.push.SmsProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to bring text messages, and what they come to by provider and day, for reading. */
@Component
class AttemptLog {

    private static final String CHARGED = "a.state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED')";

    private static final String ROWS = """
            select a.id, a.sent_at, a.account_id, a.purpose, a.number, a.provider, a.state, a.took_ms, a.receipt_at,
              nullif(concat_ws(' ', a.words, nullif(a.code, '')), '') as answer,
              nullif(concat_ws(' ', a.receipt_words, nullif(a.receipt_code, ''), case when a.contradicted_at is not null then '（后又报告已送达）' end), '') as report,
              case when %1$s then a.parts end as parts, case when %1$s then a.parts * a.price end as cost,
              coalesce((select name from account_name where account_id = a.account_id),
                (select max(name) from member where account_id = a.account_id)) as receiver
            """.formatted(CHARGED);

    private static final String FROM = "from sms_attempt a";

    private static final String DAYS = """
            select cast(a.sent_at at time zone 'Asia/Shanghai' as date) as day, a.provider, count(*) as attempts,
              count(*) filter (where %1$s) as taken,
              count(*) filter (where a.state = 'DELIVERED') as delivered,
              count(*) filter (where a.state = 'UNDELIVERED') as undelivered,
              count(*) filter (where a.state = 'REFUSED') as refused,
              count(*) filter (where a.state in ('UNKNOWN', 'HANDED_OVER')) as unknown,
              coalesce(sum(a.parts) filter (where %1$s), 0) as parts,
              sum(a.parts * a.price) filter (where %1$s) as cost
            """.formatted(CHARGED);

    private static final String BY_DAY = " group by cast(a.sent_at at time zone 'Asia/Shanghai' as date), a.provider";
    private static final String LATEST_DAY = " order by day desc, a.provider";

    private final AttemptRows<SmsAttempt> attempts;
    private final AttemptRows<ProviderDay> days;

    AttemptLog(JdbcClient jdbc) {
        this.attempts = new AttemptRows<>(jdbc, ROWS + FROM, FROM, "", AttemptLog::attempt);
        this.days = new AttemptRows<>(jdbc, DAYS + FROM, FROM, BY_DAY, AttemptLog::day);
    }

    @Transactional(readOnly = true)
    Page<SmsAttempt> list(AttemptFilter filter, PageRequest page) {
        return attempts.page(filter.condition(), filter.order(), page);
    }

    @Transactional(readOnly = true)
    long count(AttemptFilter filter) {
        return attempts.count(filter.condition());
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(AttemptFilter filter, Consumer<SmsAttempt> receiver) {
        attempts.each(filter.condition(), filter.order(), receiver);
    }

    @Transactional(readOnly = true)
    Page<ProviderDay> days(CostFilter filter, PageRequest page) {
        return days.page(filter.condition(), LATEST_DAY, page);
    }

    @Transactional(readOnly = true)
    long countDays(CostFilter filter) {
        return days.count(filter.condition());
    }

    @Transactional(readOnly = true)
    void eachDay(CostFilter filter, Consumer<ProviderDay> receiver) {
        days.each(filter.condition(), LATEST_DAY, receiver);
    }

    private static SmsAttempt attempt(ResultSet row) throws SQLException {
        return new SmsAttempt(
                row.getObject("id", UUID.class),
                BusinessTime.at(row.getObject("sent_at", OffsetDateTime.class).toInstant()),
                row.getObject("account_id", UUID.class),
                row.getString("receiver"),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("number"),
                SmsProvider.valueOf(row.getString("provider")),
                AttemptState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getString("report"),
                time(row.getObject("receipt_at", OffsetDateTime.class)),
                row.getObject("parts", Integer.class),
                row.getBigDecimal("cost"),
                row.getObject("took_ms", Long.class));
    }

    private static ProviderDay day(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        SmsProvider provider = SmsProvider.valueOf(row.getString("provider"));
        return new ProviderDay(
                day + "-" + provider,
                day,
                provider,
                row.getLong("attempts"),
                row.getLong("taken"),
                row.getLong("delivered"),
                row.getLong("undelivered"),
                row.getLong("refused"),
                row.getLong("unknown"),
                row.getLong("parts"),
                row.getBigDecimal("cost"));
    }

    private static @Nullable OffsetDateTime time(@Nullable OffsetDateTime at) {
        return at == null ? null : BusinessTime.at(at.toInstant());
    }
}
