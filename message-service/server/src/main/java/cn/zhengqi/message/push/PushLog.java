package cn.zhengqi.message.push;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.LikePattern;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.MessageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 信息推送日志: written with the message, never changed. */
@Component
public class PushLog {

    private final JdbcClient jdbc;

    PushLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the sending. */
    @Transactional
    public void sent(UUID message, UUID account, PushChannel channel, MessageKind kind, String title, Instant at) {
        jdbc.sql("""
                        insert into push_log (message_id, account_id, channel, kind, title, sent_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(message, account, channel.name(), kind.name(), title, BusinessTime.at(at))
                .update();
    }

    @Transactional(readOnly = true)
    Page<Push> list(
            @Nullable UUID account,
            @Nullable MessageKind kind,
            @Nullable String title,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            PageRequest page) {
        List<String> parts = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (account != null) {
            parts.add("l.account_id = ?");
            parameters.add(account);
        }
        if (kind != null) {
            parts.add("l.kind = ?");
            parameters.add(kind.name());
        }
        String words = LikePattern.containing(title);
        if (words != null) {
            parts.add("l.title like ?");
            parameters.add(words);
        }
        if (from != null) {
            parts.add("l.sent_at >= ?");
            parameters.add(BusinessTime.at(BusinessTime.startOf(from)));
        }
        if (to != null) {
            parts.add("l.sent_at < ?");
            parameters.add(BusinessTime.at(BusinessTime.endOf(to)));
        }
        String where = parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        long total = jdbc.sql("select count(*) from push_log l" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Push> items = jdbc.sql("""
                        select l.message_id, l.sent_at, l.channel, l.kind, l.title, l.account_id, m.read_at,
                          coalesce((select name from account_name where account_id = l.account_id),
                            (select max(name) from member where account_id = l.account_id)) as receiver
                        from push_log l left join message m on m.id = l.message_id""" + where + " order by l.sent_at desc, l.seq desc limit ? offset ?")
                .params(parameters)
                .query((row, number) -> new Push(
                        row.getObject("message_id", UUID.class),
                        BusinessTime.at(
                                row.getObject("sent_at", OffsetDateTime.class).toInstant()),
                        PushChannel.valueOf(row.getString("channel")),
                        MessageKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getObject("account_id", UUID.class),
                        row.getString("receiver"),
                        read(row.getObject("read_at", OffsetDateTime.class))))
                .list();
        return Page.of(items, total, page);
    }

    private static @Nullable OffsetDateTime read(@Nullable OffsetDateTime at) {
        return at == null ? null : BusinessTime.at(at.toInstant());
    }
}
