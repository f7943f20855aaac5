package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.push.GivenUp;
import cn.zhengqi.message.template.Telling;
import cn.zhengqi.user.api.InternalPrincipals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What roles are told besides, by the rules of a notice, waits here until user-service has said who has the role, and until those whom the event concerns have been told: who is among both is told
 * once, in the words that are for them. As {@link WaitingNotices}.
 */
@Component
class FurtherNotices implements GivenUp {

    private final JdbcClient jdbc;
    private final Waits waits;
    private final InternalPrincipals principals;
    private final Messages messages;

    FurtherNotices(JdbcClient jdbc, TransactionTemplate transaction, InternalPrincipals principals, Messages messages) {
        this.jdbc = jdbc;
        this.waits = new Waits(jdbc, transaction, "waiting_further_notice");
        this.principals = principals;
        this.messages = messages;
    }

    private record Waiting(
            UUID id,
            UUID event,
            @Nullable UUID institution,
            String role,
            Notice notice,
            Instant at,
            int tries,
            boolean last) {

        Waits.Try attempt() {
            return new Waits.Try(id, event, tries, last);
        }

        static Waiting read(ResultSet row, int number) throws SQLException {
            return new Waiting(
                    row.getObject("id", UUID.class),
                    row.getObject("event_id", UUID.class),
                    row.getObject("institution_id", UUID.class),
                    row.getString("role"),
                    new Notice(
                            MessageKind.valueOf(row.getString("kind")),
                            row.getString("title"),
                            row.getString("body"),
                            row.getString("link")),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    row.getInt("tries"),
                    row.getBoolean("last"));
        }
    }

    /** In the caller's transaction; of one event to each role once, at however many desks it is told. */
    void add(String code, UUID event, Telling.Other other, Instant at) {
        Notice notice = other.notice();
        jdbc.sql("""
                        insert into waiting_further_notice (id, event_id, code, institution_id, role, kind, title, body, link, happened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (event_id, code, institution_id, role) do nothing""")
                .params(Arrays.asList(
                        Ids.next(),
                        event,
                        code,
                        other.institution(),
                        other.role(),
                        notice.kind().name(),
                        notice.title(),
                        notice.body(),
                        notice.link(),
                        BusinessTime.at(at)))
                .update();
    }

    /** In every copy of the service. After one failure the others are left for the next time: it is mostly user-service that is away. */
    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void tellAll() {
        Optional<Waiting> next = claim();
        while (next.isPresent() && tell(next.get())) {
            next = claim();
        }
    }

    /** Who takes one puts off the next try, in steps from 5 seconds to 5 minutes: should this copy die, another takes it then. */
    private Optional<Waiting> claim() {
        return jdbc.sql("""
                        update waiting_further_notice set
                          tries = tries + 1,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(tries, 10))
                        where id = (
                          select f.id from waiting_further_notice f where f.next_try_at <= now() and f.ended_at is null
                            and not exists (select from waiting_notice w where w.event_id = f.event_id and w.ended_at is null)
                          order by f.next_try_at limit 1 for update skip locked)
                        returning *, tell_by <= now() as last""").query(Waiting::read).optional();
    }

    private boolean tell(Waiting waiting) {
        return waits.tell(
                waiting.attempt(),
                "the people of role " + waiting.role(),
                () -> principals.holders(waiting.institution(), waiting.role()),
                people -> messages.tellBesides(people, waiting.event(), waiting.notice(), waiting.at()));
    }

    @Override
    public boolean waitAnew(UUID id) {
        return waits.anew(id);
    }
}
