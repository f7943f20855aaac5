package cn.zhengqi.message.ways;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.ways.OuterWays.Resent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 未送达通知: messages that failed for good by the ways besides the inbox. From the primary, because people look right after they sent some again. */
@Service
@Transactional
class UndeliveredDesk {

    private static final String ROWS = """
            select o.message_id, coalesce(o.we_chat, o.subscription, o.sms) as title, o.kind, o.account_id, o.failed, o.state, o.resent, o.happened_at, o.ended_at,
              coalesce((select name from account_name where account_id = o.account_id),
                (select max(name) from member where account_id = o.account_id)) as receiver
            from outer_notice o""";

    private final JdbcClient jdbc;
    private final OuterWays ways;
    private final AuditTrail audit;

    UndeliveredDesk(JdbcClient jdbc, OuterWays ways, AuditTrail audit) {
        this.jdbc = jdbc;
        this.ways = ways;
        this.audit = audit;
    }

    Page<Undelivered> list(UndeliveredFilter filter, PageRequest page) {
        UndeliveredFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Undelivered> items = jdbc.sql(ROWS + condition.sql() + condition.order() + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> undelivered(row))
                .list();
        return Page.of(items, count(filter), page);
    }

    long count(UndeliveredFilter filter) {
        UndeliveredFilter.Condition condition = filter.condition();
        return jdbc.sql("select count(*) from outer_notice o" + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** Row by row; the rows are not kept. */
    void each(UndeliveredFilter filter, Consumer<Undelivered> receiver) {
        UndeliveredFilter.Condition condition = filter.condition();
        jdbc.sql(ROWS + condition.sql() + condition.order())
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    receiver.accept(undelivered(row));
                });
    }

    /** As on record: one that went again, and how often it had. */
    private record Sent(int resent) {}

    /** @return how many of these ended how */
    Map<Resent, Integer> resend(List<UUID> messages) {
        Map<Resent, Integer> done = new EnumMap<>(Resent.class);
        // In one order, so that two who send some of the same wait for each other.
        for (UUID message : new LinkedHashSet<>(messages.stream().sorted().toList())) {
            List<Undelivered> before = jdbc.sql(
                            ROWS + " where o.message_id = ? and o.ended_at is not null for update of o")
                    .param(message)
                    .query((row, number) -> undelivered(row))
                    .list();
            Resent outcome = ways.resend(message);
            done.merge(outcome, 1, Integer::sum);
            if (outcome == Resent.RESENT) {
                Undelivered it = before.getFirst();
                audit.changed(
                        UndeliveredAction.UNDELIVERED_RESENT,
                        message,
                        it.title(),
                        new Sent(it.resent()),
                        new Sent(it.resent() + 1));
            }
        }
        return done;
    }

    private static Undelivered undelivered(ResultSet row) throws SQLException {
        return new Undelivered(
                row.getObject("message_id", UUID.class),
                row.getString("title"),
                MessageKind.valueOf(row.getString("kind")),
                row.getObject("account_id", UUID.class),
                row.getString("receiver"),
                Arrays.stream(Preferences.strings(row.getArray("failed")))
                        .map(PushChannel::valueOf)
                        .toList(),
                row.getString("state").equals("FAILED"),
                row.getInt("resent"),
                BusinessTime.at(
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                BusinessTime.at(row.getObject("ended_at", OffsetDateTime.class).toInstant()));
    }
}
