package cn.zhengqi.message.push;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 信息推送日志: written with the message, never changed. What providers report of text messages stands beside it. */
@Component
public class PushLog {

    private static final String ROWS = """
            select l.message_id, l.sent_at, l.channel, l.kind, l.title, l.account_id, m.read_at,
              case a.state when 'DELIVERED' then 'DELIVERED' when 'UNDELIVERED' then 'FAILED' when 'ACCEPTED' then 'ACCEPTED' else l.result end as result,
              coalesce((select name from account_name where account_id = l.account_id),
                (select max(name) from member where account_id = l.account_id)) as receiver,
              a.provider, coalesce(a.answer, w.answer) as answer, a.parts, a.cost
            from push_log l left join message m on m.id = l.message_id
            left join lateral (
              select t.state, t.provider,
                case when t.receipt_words is null then concat_ws(' ', t.words, nullif(t.code, ''))
                  else concat_ws(' ', t.receipt_words, nullif(t.receipt_code, '')) end as answer,
                case when t.state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED') then t.parts end as parts,
                case when t.state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED') then t.parts * t.price end as cost
              from sms_attempt t where t.push_id = l.message_id order by t.number desc limit 1) a on l.channel = 'SMS'
            left join lateral (
              select nullif(concat_ws(' ', t.words, nullif(t.code, '')), '') as answer
              from wechat_attempt t where t.push_id = l.message_id order by t.number desc, t.sent_at desc limit 1) w
              on l.channel in ('WECHAT', 'SUBSCRIPTION')""";

    private final JdbcClient jdbc;

    PushLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the sending. */
    @Transactional
    public void sent(
            UUID message,
            UUID account,
            PushChannel channel,
            PushResult result,
            MessageKind kind,
            String title,
            Instant at) {
        jdbc.sql("""
                        insert into push_log (message_id, account_id, channel, result, kind, title, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(message, account, channel.name(), result.name(), kind.name(), title, BusinessTime.at(at))
                .update();
    }

    /**
     * Many of the same, in the transaction of the sending.
     *
     * @param receivers by message
     */
    @Transactional
    public void sent(
            Map<UUID, UUID> receivers,
            PushChannel channel,
            PushResult result,
            MessageKind kind,
            String title,
            Instant at) {
        List<UUID> ids = List.copyOf(receivers.keySet());
        jdbc.sql("""
                        insert into push_log (message_id, account_id, channel, result, kind, title, sent_at)
                        select message_id, account_id, ?, ?, ?, ?, ? from unnest(?, ?) told (message_id, account_id)""")
                .params(
                        channel.name(),
                        result.name(),
                        kind.name(),
                        title,
                        BusinessTime.at(at),
                        ids.toArray(UUID[]::new),
                        ids.stream().map(receivers::get).toArray(UUID[]::new))
                .update();
    }

    @Transactional(readOnly = true)
    Page<Push> list(PushFilter filter, PageRequest page) {
        PushFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Push> items = jdbc.sql(ROWS + condition.sql() + condition.order() + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> push(row))
                .list();
        return Page.of(items, count(filter), page);
    }

    @Transactional(readOnly = true)
    long count(PushFilter filter) {
        PushFilter.Condition condition = filter.condition();
        return jdbc.sql("select count(*) from push_log l" + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** Row by row; the rows are not kept. */
    @Transactional(readOnly = true)
    void each(PushFilter filter, Consumer<Push> receiver) {
        PushFilter.Condition condition = filter.condition();
        jdbc.sql(ROWS + condition.sql() + condition.order())
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    receiver.accept(push(row));
                });
    }

    private static Push push(ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        return new Push(
                row.getObject("message_id", UUID.class),
                BusinessTime.at(row.getObject("sent_at", OffsetDateTime.class).toInstant()),
                PushChannel.valueOf(row.getString("channel")),
                PushResult.valueOf(row.getString("result")),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("account_id", UUID.class),
                row.getString("receiver"),
                read(row.getObject("read_at", OffsetDateTime.class)),
                provider == null ? null : SmsProvider.valueOf(provider),
                row.getString("answer"),
                row.getObject("parts", Integer.class),
                row.getBigDecimal("cost"));
    }

    private static @Nullable OffsetDateTime read(@Nullable OffsetDateTime at) {
        return at == null ? null : BusinessTime.at(at.toInstant());
    }
}
