package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
              nullif(concat_ws(' ', a.receipt_words, nullif(a.receipt_code, '')), '') as report,
              case when %1$s then a.parts end as parts, case when %1$s then a.parts * a.price end as cost,
              coalesce((select name from account_name where account_id = a.account_id),
                (select max(name) from member where account_id = a.account_id)) as receiver
            from sms_attempt a""".formatted(CHARGED);

    private static final String DAYS = """
            select cast(a.sent_at at time zone 'Asia/Shanghai' as date) as day, a.provider, count(*) as attempts,
              count(*) filter (where %1$s) as taken,
              count(*) filter (where a.state = 'DELIVERED') as delivered,
              count(*) filter (where a.state = 'UNDELIVERED') as undelivered,
              count(*) filter (where a.state = 'REFUSED') as refused,
              count(*) filter (where a.state in ('UNKNOWN', 'HANDED_OVER')) as unknown,
              coalesce(sum(a.parts) filter (where %1$s), 0) as parts,
              sum(a.parts * a.price) filter (where %1$s) as cost
            from sms_attempt a""".formatted(CHARGED);

    private static final String BY_DAY = " group by day, a.provider";

    private final JdbcClient jdbc;

    AttemptLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Page<SmsAttempt> list(AttemptFilter filter, PageRequest page) {
        AttemptFilter.Condition condition = filter.condition();
        List<SmsAttempt> items = jdbc.sql(ROWS + condition.sql() + filter.order() + " limit ? offset ?")
                .params(with(condition, page))
                .query((row, number) -> attempt(row))
                .list();
        return Page.of(items, count(filter), page);
    }

    @Transactional(readOnly = true)
    long count(AttemptFilter filter) {
        AttemptFilter.Condition condition = filter.condition();
        return jdbc.sql("select count(*) from sms_attempt a" + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(AttemptFilter filter, Consumer<SmsAttempt> receiver) {
        AttemptFilter.Condition condition = filter.condition();
        jdbc.sql(ROWS + condition.sql() + filter.order())
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    receiver.accept(attempt(row));
                });
    }

    @Transactional(readOnly = true)
    Page<ProviderDay> days(CostFilter filter, PageRequest page) {
        AttemptFilter.Condition condition = filter.condition();
        List<ProviderDay> items = jdbc.sql(
                        DAYS + condition.sql() + BY_DAY + " order by day desc, a.provider limit ? offset ?")
                .params(with(condition, page))
                .query((row, number) -> day(row))
                .list();
        return Page.of(items, countDays(filter), page);
    }

    @Transactional(readOnly = true)
    long countDays(CostFilter filter) {
        AttemptFilter.Condition condition = filter.condition();
        return jdbc.sql("select count(*) from (" + DAYS + condition.sql() + BY_DAY + ") days")
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    void eachDay(CostFilter filter, Consumer<ProviderDay> receiver) {
        AttemptFilter.Condition condition = filter.condition();
        jdbc.sql(DAYS + condition.sql() + BY_DAY + " order by day desc, a.provider")
                .params(condition.parameters())
                .query(row -> {
                    receiver.accept(day(row));
                });
    }

    private static List<Object> with(AttemptFilter.Condition condition, PageRequest page) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        return parameters;
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
