package cn.zhengqi.message.ways;

import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.GivenUp;
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

/** 未送达通知: messages that failed for good by the ways besides the inbox, and what was given up before anybody said whom or where to tell. From the primary, because people look right after they sent some again. */
@Service
@Transactional
class UndeliveredDesk {

    private static final String ROWS = """
            select o.*,
              case when o.account_id is null then '岗位办理人员' else
                coalesce((select name from account_name where account_id = o.account_id),
                  (select max(name) from member where account_id = o.account_id)) end as receiver,
              (select nullif(coalesce(nullif(concat_ws(' ', a.receipt_words, nullif(a.receipt_code, '')), ''), concat_ws(' ', a.words, nullif(a.code, ''))), '')
                from sms_attempt a where a.push_id = o.push_id order by a.number desc limit 1) as answer,
              o.state = 'UNCERTAIN' and exists (select from sms_attempt a where a.push_id = o.push_id and a.state in ('HANDED_OVER', 'UNKNOWN')
                and a.inquire_at is null and a.sent_at <= now() - interval '%d days') as twice
            """.formatted(HeldNotices.REPORTS_WITHIN.toDays());

    private static final String ENDED = """
            from (
              select message_id, coalesce(we_chat, subscription, sms) as title, kind, account_id, failed, state, resent, happened_at, ended_at,
                case when in_inbox then push_id else coalesce(push_id, message_id) end as push_id
              from outer_notice where ended_at is not null
              union all
              select id, title, kind, null, array['IN_SITE'], 'FAILED', resent, happened_at, ended_at, null
              from waiting_notice where ended_at is not null
              union all
              select id, title, kind, null, array['IN_SITE'], 'FAILED', resent, happened_at, ended_at, null
              from waiting_further_notice where ended_at is not null
              union all
              select message_id, title, kind, account_id, array['SMS'], case when uncertain then 'UNCERTAIN' else 'FAILED' end, resent, happened_at, ended_at, push_id
              from waiting_text_notice where ended_at is not null) o""";

    private final JdbcClient jdbc;
    private final OuterWays ways;
    private final List<GivenUp> givenUp;
    private final AuditTrail audit;

    UndeliveredDesk(JdbcClient jdbc, OuterWays ways, List<GivenUp> givenUp, AuditTrail audit) {
        this.jdbc = jdbc;
        this.ways = ways;
        this.givenUp = givenUp;
        this.audit = audit;
    }

    Page<Undelivered> list(UndeliveredFilter filter, PageRequest page) {
        UndeliveredFilter.Condition condition = filter.condition();
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<Undelivered> items = jdbc.sql(ROWS + ENDED + condition.sql() + condition.order() + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> undelivered(row))
                .list();
        return Page.of(items, count(filter), page);
    }

    long count(UndeliveredFilter filter) {
        UndeliveredFilter.Condition condition = filter.condition();
        return jdbc.sql("select count(*) " + ENDED + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** Row by row; the rows are not kept. */
    void each(UndeliveredFilter filter, Consumer<Undelivered> receiver) {
        UndeliveredFilter.Condition condition = filter.condition();
        jdbc.sql(ROWS + ENDED + condition.sql() + condition.order())
                .params(condition.parameters())
                .withFetchSize(500)
                .query(row -> {
                    receiver.accept(undelivered(row));
                });
    }

    /** As on record: one that went again, and how often it had. */
    private record Sent(int resent) {}

    /**
     * @param doubtAccepted also what may have gone out, where nobody can say it any more
     * @return how many of these ended how
     */
    Map<Resent, Integer> resend(List<UUID> messages, boolean doubtAccepted) {
        Map<Resent, Integer> done = new EnumMap<>(Resent.class);
        // In one order, so that two who send some of the same wait for each other.
        for (UUID message : new LinkedHashSet<>(messages.stream().sorted().toList())) {
            ways.lock(message);
            List<Undelivered> before = jdbc.sql(ROWS + ENDED + " where o.message_id = ?")
                    .param(message)
                    .query((row, number) -> undelivered(row))
                    .list();
            Resent outcome =
                    resend(message, before, doubtAccepted && before.stream().anyMatch(Undelivered::twice));
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

    private Resent resend(UUID message, List<Undelivered> before, boolean doubtAccepted) {
        Resent outcome = ways.resend(message, doubtAccepted);
        if (outcome != Resent.NOT_THERE || before.isEmpty()) {
            return outcome;
        }
        if (doubtAccepted) {
            givenUp.forEach(waiting -> waiting.doubtIsAccepted(message));
        }
        if (givenUp.stream().anyMatch(waiting -> waiting.waitAnew(message))) {
            return Resent.RESENT;
        }
        return before.getFirst().resendable() ? Resent.NOT_THERE : Resent.UNCERTAIN;
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
                row.getBoolean("twice"),
                row.getString("answer"),
                row.getInt("resent"),
                BusinessTime.at(
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                BusinessTime.at(row.getObject("ended_at", OffsetDateTime.class).toInstant()));
    }
}
