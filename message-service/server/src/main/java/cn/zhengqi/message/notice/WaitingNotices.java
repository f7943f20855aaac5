package cn.zhengqi.message.notice;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.inbox.Task;
import cn.zhengqi.message.push.GivenUp;
import cn.zhengqi.message.template.NoticeCatalogue;
import cn.zhengqi.user.api.InternalPrincipals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices to a {@link Desk} wait here until user-service has said whose desk it is: written with the event that is handled, they
 * outlive an outage. The question is asked outside of a transaction, and asked again until there is an answer or three days are over: then it is given up, and operators see it.
 */
@Component
class WaitingNotices implements MeterBinder, GivenUp {

    private final JdbcClient jdbc;
    private final Waits waits;
    private final InternalPrincipals principals;
    private final Messages messages;
    private final NoticeCatalogue catalogue;

    WaitingNotices(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InternalPrincipals principals,
            Messages messages,
            NoticeCatalogue catalogue) {
        this.jdbc = jdbc;
        this.waits = new Waits(jdbc, transaction, "waiting_notice");
        this.principals = principals;
        this.messages = messages;
        this.catalogue = catalogue;
    }

    /** {@code zhengqi.notices.waiting}, asked of the database when somebody reads the metrics. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "zhengqi.notices.waiting",
                        () -> jdbc.sql("select count(*) from waiting_notice where ended_at is null")
                                .query(Double.class)
                                .single())
                .register(registry);
    }

    private record Waiting(
            UUID id,
            UUID event,
            Desk desk,
            Notice notice,
            @Nullable Task task,
            Instant at,
            int tries,
            boolean last) {

        Waits.Try attempt() {
            return new Waits.Try(id, event, tries, last);
        }

        static Waiting read(ResultSet row, NoticeCatalogue catalogue) throws SQLException {
            UUID caseId = row.getObject("case_id", UUID.class);
            UUID handler = row.getObject("handler_id", UUID.class);
            return new Waiting(
                    row.getObject("id", UUID.class),
                    row.getObject("event_id", UUID.class),
                    new Desk(
                            row.getString("permission"),
                            row.getObject("institution_id", UUID.class),
                            row.getObject("bank_id", UUID.class),
                            row.getBoolean("above"),
                            place(row.getString("resource"), row.getString("town_code")),
                            handler == null ? null : new Desk.Handler(handler, row.getString("else_permission")),
                            Desk.Operators.valueOf(row.getString("operators")),
                            ids(row.getArray("without"))),
                    new Notice(
                            MessageKind.valueOf(row.getString("kind")),
                            row.getString("title"),
                            row.getString("body"),
                            row.getString("link"),
                            row.getString("we_chat"),
                            row.getString("subscription"),
                            row.getString("sms"),
                            catalogue.terms(row.getString("code"))),
                    caseId == null ? null : new Task(caseId, row.getLong("case_version")),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    row.getInt("tries"),
                    row.getBoolean("last"));
        }

        private static Set<UUID> ids(Array array) throws SQLException {
            return Set.of((UUID[]) array.getArray());
        }

        private static Desk.@Nullable Place place(@Nullable String resource, @Nullable String townCode) {
            return resource == null
                    ? null
                    : new Desk.Place(ScopedResource.of(resource).orElseThrow(), townCode);
        }
    }

    /** In the caller's transaction; of one fact at each desk once. */
    void add(Desk desk, UUID event, Notice notice, @Nullable Task task, Instant at) {
        jdbc.sql("""
                        insert into waiting_notice (event_id, permission, institution_id, bank_id, kind, title, body, link,
                          case_id, case_version, happened_at, handler_id, else_permission, resource, town_code, we_chat, subscription, sms, code, operators, without, above)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        event,
                        desk.permission(),
                        desk.institution(),
                        desk.bank(),
                        notice.kind().name(),
                        notice.title(),
                        notice.body(),
                        notice.link(),
                        task == null ? null : task.caseId(),
                        task == null ? null : task.version(),
                        BusinessTime.at(at),
                        desk.handler() == null ? null : desk.handler().account(),
                        desk.handler() == null ? null : desk.handler().elsePermission(),
                        desk.place() == null ? null : desk.place().resource().code(),
                        desk.place() == null ? null : desk.place().townCode(),
                        notice.weChat(),
                        notice.subscription(),
                        notice.sms(),
                        notice.terms().code(),
                        desk.operators().name(),
                        desk.without().toArray(UUID[]::new),
                        desk.andAbove()))
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

    /**
     * Who takes one puts off the next try, in steps from 5 seconds to 5 minutes: should this copy die, another takes it then. Materialized: in a nested loop PostgreSQL would
     * look for one to take for each row that there is, and take several.
     */
    private Optional<Waiting> claim() {
        return jdbc.sql("""
                        with next as materialized (
                          select id from waiting_notice where next_try_at <= now() and ended_at is null
                          order by next_try_at limit 1 for update skip locked)
                        update waiting_notice w set
                          tries = w.tries + 1,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(w.tries, 10))
                        from next
                        where w.id = next.id
                        returning w.*, w.tell_by <= now() as last""")
                .query((row, number) -> Waiting.read(row, catalogue))
                .optional();
    }

    private boolean tell(Waiting waiting) {
        return waits.tell(
                waiting.attempt(),
                "its addressees",
                () -> people(waiting.desk()),
                people -> messages.tellDesk(people, waiting.event(), waiting.notice(), waiting.task(), waiting.at()));
    }

    @Override
    public boolean waitAnew(UUID id) {
        return waits.anew(id);
    }

    private Set<UUID> people(Desk desk) {
        Set<UUID> people = new HashSet<>(whoMay(desk));
        people.removeAll(desk.without());
        return people;
    }

    /** Whoever may work on it, rather than nobody, where the handler may not and there is no head; those of the bank, where all of a branch have left. */
    private Set<UUID> whoMay(Desk desk) {
        Set<UUID> some = whoMayThere(desk);
        Desk bank = desk.ofItsBank();
        return some.isEmpty() && bank != null ? whoMayThere(bank) : some;
    }

    private Set<UUID> whoMayThere(Desk desk) {
        Set<UUID> all = people(desk, desk.permission());
        Desk.Handler handler = desk.handler();
        if (handler == null) {
            return all;
        }
        if (all.contains(handler.account()) || worksAtTheBank(desk, handler.account())) {
            return Set.of(handler.account());
        }
        Set<UUID> heads = people(desk, handler.elsePermission());
        return heads.isEmpty() ? all : heads;
    }

    /** A case of a bank may be with somebody of one of its branches, and one of a branch with somebody of the head office. */
    private boolean worksAtTheBank(Desk desk, UUID account) {
        UUID institution = desk.bank() == null ? desk.institution() : desk.bank();
        return institution != null
                && principals.staff(institution, desk.permission()).stream()
                        .anyMatch(it -> it.accountId().equals(account));
    }

    private Set<UUID> people(Desk desk, String permission) {
        return switch (desk.operators()) {
            case TOO -> people(desk, permission, false);
            case LAST -> {
                Set<UUID> others = people(desk, permission, true);
                yield others.isEmpty() ? people(desk, permission, false) : others;
            }
            case ALONE -> {
                Set<UUID> all = new HashSet<>(people(desk, permission, false));
                all.removeAll(people(desk, permission, true));
                yield all;
            }
        };
    }

    private Set<UUID> people(Desk desk, String permission, boolean withoutOperators) {
        Desk.Place place = desk.place();
        return principals.people(
                desk.institution(),
                permission,
                place == null ? null : place.resource(),
                place == null ? null : place.townCode(),
                withoutOperators,
                desk.andAbove());
    }
}
