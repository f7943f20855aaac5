package cn.zhengqi.message.sms;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.FormerPhone;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.push.GivenUp;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.WayEnded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages whose template says so go by text message too, and some facts are told by it besides. Each waits here, written with the message or with what was heard, until auth-service has said the phone. No provider
 * keeps off a second message by an id of ours: one is marked before it is handed over and not handed over again; of one whose copy of the service died in between nobody knows, until its provider reports, or says that it never had it: then it goes again. Who has
 * proved no phone has the message all the same. What nobody took within a day is given up; what is told by text message alone is then kept here for operators, who let it wait anew.
 */
@Component
public class TextNotices implements GivenUp {

    private static final Logger log = LoggerFactory.getLogger(TextNotices.class);

    /** With pauses of 5 seconds to 5 minutes between them. */
    private static final int TRIES = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InternalAccounts accounts;
    private final TextMessages texts;
    private final PushLog pushes;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Lanes lanes = new Lanes();

    TextNotices(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InternalAccounts accounts,
            TextMessages texts,
            PushLog pushes,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.accounts = accounts;
        this.texts = texts;
        this.pushes = pushes;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param text null: auth-service says it, with the phone
     * @param accountVersion with which the account got another phone, so that it goes to the one before; null: it goes to the one that it has
     * @param handedOver under which push it was handed over; null: it was not
     */
    private record Waiting(
            UUID message,
            UUID account,
            Purpose purpose,
            MessageKind kind,
            @Nullable String text,
            @Nullable Long accountVersion,
            @Nullable UUID handedOver,
            int tries,
            boolean last) {

        static Waiting read(ResultSet row, int number) throws SQLException {
            return new Waiting(
                    row.getObject("message_id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    Purpose.valueOf(row.getString("purpose")),
                    MessageKind.valueOf(row.getString("kind")),
                    row.getString("text"),
                    row.getObject("account_version", Long.class),
                    row.getObject("handed_over_at") == null ? null : pushOf(row),
                    row.getInt("tries"),
                    row.getBoolean("last"));
        }

        /** None is tried for ever, and none after its day. */
        boolean isLastTry() {
            return last || tries >= TRIES;
        }

        /** Nothing of it lies in an inbox or among what goes by several ways. */
        boolean isTextAlone() {
            return purpose != Purpose.NOTIFICATION;
        }

        /** What was handed over before pushes were chosen first has none. */
        private static UUID pushOf(ResultSet row) throws SQLException {
            UUID push = row.getObject("push_id", UUID.class);
            return push == null ? Ids.next() : push;
        }
    }

    /** In the transaction of the message; nothing where nobody brings them. */
    public void add(UUID message, UUID account, MessageKind kind, String text) {
        if (texts.bringNotifications()) {
            jdbc.sql("insert into waiting_text_notice (message_id, account_id, kind, text) values (?, ?, ?, ?)")
                    .params(message, account, kind.name(), text)
                    .update();
        }
    }

    /** In the transaction in which the event was heard, once; nothing where nobody brings them. */
    public void addOfEvent(UUID event, UUID account, Purpose purpose, String text) {
        addOfEvent(event, account, purpose, text, null);
    }

    /**
     * That the account has another phone, to the one before: the event carries neither, and what waits does not either.
     *
     * @param accountVersion with which the account got it
     */
    public void addToFormerPhone(UUID event, UUID account, long accountVersion) {
        addOfEvent(event, account, Purpose.PHONE_CHANGED, null, accountVersion);
    }

    private void addOfEvent(
            UUID event, UUID account, Purpose purpose, @Nullable String text, @Nullable Long accountVersion) {
        if (texts.bring(purpose)) {
            jdbc.sql("""
                            insert into waiting_text_notice (message_id, account_id, purpose, kind, text, account_version)
                            values (?, ?, ?, ?, ?, ?) on conflict (message_id) do nothing""")
                    .params(Arrays.asList(
                            event, account, purpose.name(), MessageKind.SYSTEM.name(), text, accountVersion))
                    .update();
        }
    }

    /** In every copy of the service. */
    @Scheduled(fixedDelayString = "${zhengqi.message.look-every:PT1S}")
    void sendAll() {
        if (texts.available()) {
            lanes.inEach(this::sendSome);
        } else {
            giveUpLate();
        }
    }

    /** There was somebody who brings them when these began to wait. */
    private void giveUpLate() {
        Optional<Waiting> late = claim("tell_by <= now()");
        while (late.isPresent()) {
            UUID handedOver = late.get().handedOver();
            end(
                    late.get(),
                    handedOver == null ? Ids.next() : handedOver,
                    PushResult.FAILED,
                    handedOver == null ? WayEnded.How.FAILED : WayEnded.How.UNCERTAIN);
            late = claim("tell_by <= now()");
        }
    }

    /** After one failure the others are left for the next time: it is mostly auth-service that is away. */
    void sendSome() {
        Optional<Waiting> next = claim("true");
        while (next.isPresent() && send(next.get())) {
            next = claim("true");
        }
    }

    /** Who takes one puts off the next try: should this copy die, another takes it then. */
    private Optional<Waiting> claim(String condition) {
        return jdbc.sql("""
                        update waiting_text_notice set
                          tries = tries + 1,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(tries, 10))
                        where message_id = (
                          select message_id from waiting_text_notice where next_try_at <= now() and ended_at is null and %s
                          order by next_try_at limit 1 for update skip locked)
                        returning *, tell_by <= now() as last""".formatted(condition)).query(Waiting::read).optional();
    }

    private boolean send(Waiting waiting) {
        UUID handedOver = waiting.handedOver();
        if (handedOver != null) {
            end(waiting, handedOver, PushResult.FAILED, WayEnded.How.UNCERTAIN);
            return true;
        }
        Optional<TextMessage> message;
        try {
            message = messageOf(waiting);
        } catch (RuntimeException failure) {
            log.warn(
                    "Nobody says the phone for message {}, try {}: {}",
                    waiting.message(),
                    waiting.tries(),
                    failure.toString());
            if (waiting.isLastTry()) {
                end(waiting, Ids.next(), PushResult.FAILED, WayEnded.How.FAILED);
            }
            return false;
        }
        if (message.isEmpty()) {
            end(waiting, Ids.next(), null, WayEnded.How.NOBODY);
            return true;
        }
        UUID push = Ids.next();
        if (isMine(waiting, push)) {
            switch (texts.send(push, waiting.account(), message.get())) {
                case ACCEPTED -> end(waiting, push, PushResult.ACCEPTED, WayEnded.How.TAKEN);
                case REFUSED -> end(waiting, push, PushResult.FAILED, WayEnded.How.FAILED);
                case UNAVAILABLE -> {
                    if (!waiting.isLastTry()) {
                        putBack(waiting);
                        return false;
                    }
                    end(waiting, push, PushResult.FAILED, WayEnded.How.FAILED);
                }
                case UNKNOWN -> end(waiting, push, PushResult.FAILED, WayEnded.How.UNCERTAIN);
            }
        }
        return true;
    }

    /** @return empty: there is no phone that it may go to */
    private Optional<TextMessage> messageOf(Waiting waiting) {
        Long version = waiting.accountVersion();
        if (version != null) {
            FormerPhone former = accounts.formerPhone(waiting.account(), version);
            String phone = former.phone();
            return phone == null
                    ? Optional.empty()
                    : Optional.of(
                            new TextMessage(phone, waiting.purpose(), Objects.requireNonNull(former.endOfNext())));
        }
        AccountRecord owner = accounts.account(waiting.account());
        return owner.enabled() && owner.phoneProved()
                ? Optional.of(new TextMessage(owner.phone(), waiting.purpose(), Objects.requireNonNull(waiting.text())))
                : Optional.empty();
    }

    /** It has not gone out: it is handed over again later. */
    private void putBack(Waiting waiting) {
        jdbc.sql("""
                        update waiting_text_notice set handed_over_at = null, push_id = null,
                          next_try_at = now() + least(interval '5 minutes', interval '5 seconds' * 2 ^ least(tries, 10))
                        where message_id = ?""").param(waiting.message()).update();
    }

    /** A slow answer can come when another copy has handed it over. A report finds it by this push, though this copy dies. */
    private boolean isMine(Waiting waiting, UUID push) {
        return jdbc.sql("""
                        update waiting_text_notice set handed_over_at = now(), push_id = ?, next_try_at = now() + interval '5 minutes'
                        where message_id = ? and handed_over_at is null""").params(push, waiting.message()).update() == 1;
    }

    /** On record where something was to be handed to somebody; what waits for the end of it hears of it in the same transaction. */
    private void end(Waiting waiting, UUID push, @Nullable PushResult result, WayEnded.How how) {
        transaction.executeWithoutResult(status -> {
            WayEnded ended = ended(waiting.message(), push, how);
            boolean mine = waiting.isTextAlone()
                            && (ended.how() == WayEnded.How.FAILED || ended.how() == WayEnded.How.UNCERTAIN)
                    ? giveUp(waiting, push, ended.how())
                    : delete(waiting);
            if (mine && result != null) {
                pushes.sent(
                        push,
                        waiting.account(),
                        PushChannel.SMS,
                        result,
                        waiting.kind(),
                        TextMessages.title(waiting.purpose(), waiting.text()),
                        clock.instant());
            }
            if (mine) {
                events.publishEvent(ended);
            }
        });
    }

    private boolean delete(Waiting waiting) {
        return jdbc.sql("delete from waiting_text_notice where message_id = ? and ended_at is null")
                        .param(waiting.message())
                        .update()
                == 1;
    }

    private boolean giveUp(Waiting waiting, UUID push, WayEnded.How how) {
        return jdbc.sql("""
                        update waiting_text_notice set ended_at = now(), next_try_at = 'infinity', uncertain = ?, push_id = ?, title = ?
                        where message_id = ? and ended_at is null""")
                        .params(
                                how == WayEnded.How.UNCERTAIN,
                                push,
                                TextMessages.title(waiting.purpose(), waiting.text()),
                                waiting.message())
                        .update()
                == 1;
    }

    @Override
    public boolean waitAnew(UUID id) {
        return jdbc.sql("""
                        update waiting_text_notice set ended_at = null, title = null, handed_over_at = null, push_id = null,
                          tries = 0, resent = resent + 1, next_try_at = now(), tell_by = now() + interval '1 day'
                        where message_id = ? and ended_at is not null and not uncertain""").param(id).update() == 1;
    }

    @Override
    public void doubtIsAccepted(UUID id) {
        jdbc.sql("update waiting_text_notice set uncertain = false where message_id = ? and uncertain")
                .param(id)
                .update();
    }

    /** Of what may have gone out its provider says whether it did, in the transaction in which that is on record. */
    @EventListener
    void reported(TextReported report) {
        jdbc.sql(
                        report.delivered()
                                ? "delete from waiting_text_notice where uncertain and push_id = ?"
                                : "update waiting_text_notice set uncertain = false where uncertain and push_id = ?")
                .param(report.push())
                .update();
    }

    /**
     * What its provider never had goes again as if it had not been handed over: in the transaction in which that is on record, so that it does once. Not after its last try, nor after its day: then operators may send it.
     */
    @EventListener
    void missed(TextMissed miss) {
        int again =
                !miss.goesAgain() ? 0 : jdbc.sql("""
                        update waiting_text_notice set ended_at = null, title = null, uncertain = false, handed_over_at = null, push_id = null, next_try_at = now()
                        where uncertain and push_id = ? and tries < ? and tell_by > now()""").params(miss.push(), TRIES).update();
        if (again == 0) {
            reported(new TextReported(miss.push(), false));
        }
    }

    /** Its report may have been quicker than its answer. */
    private WayEnded ended(UUID message, UUID push, WayEnded.How how) {
        if (how != WayEnded.How.TAKEN && how != WayEnded.How.UNCERTAIN) {
            return new WayEnded(message, PushChannel.SMS, how);
        }
        return texts.delivered(push)
                .map(delivered ->
                        new WayEnded(message, PushChannel.SMS, delivered ? WayEnded.How.TAKEN : WayEnded.How.FAILED))
                .orElseGet(() -> new WayEnded(message, PushChannel.SMS, how, push));
    }
}
