package cn.zhengqi.message.sms;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedIndex;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.message.push.TextMissed;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.TextTaken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every attempt to bring a text message, with neither its phone nor its words (a mark of the phone stays while its provider can be asked what became of it). Each is on record before it is handed over, in a transaction of its own: what was handed over stays so, whatever becomes of the
 * work that asked for it.
 */
@Component
class SmsAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(SmsAttempts.class);

    static final int LONGEST_SERIAL = 100;

    /** After which nothing goes again by itself: what was news yesterday may be none today. */
    private static final Duration ITS_DAY = Duration.ofDays(1);

    private static final int MOST_LET_GO = 1000;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_WORDS = 300;

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final ApplicationEventPublisher events;
    private final ProtectedIndex phones;
    private final SmsProperties.Inquiry inquiry;
    private final Counter contradicted;

    SmsAttempts(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            DataProtection protection,
            SmsProperties properties,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.events = events;
        this.phones = protection.index("sms_attempt", "phone_mark");
        this.inquiry = properties.inquiry();
        this.contradicted = meters.counter("zhengqi.sms.contradicted");
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param push its entry in the log of pushes; null: a phone that is nobody's yet
     * @param number of the attempt at this message, from 1
     * @param parts as how many messages it is likely to be charged
     * @param price of one of them, in yuan; null: nobody said
     * @param term for which its provider can be asked about it; zero: it cannot
     */
    record Begun(
            UUID id,
            @Nullable UUID push,
            @Nullable UUID account,
            Purpose purpose,
            int number,
            SmsProvider provider,
            int parts,
            @Nullable BigDecimal price,
            Instant at,
            Duration term) {

        /** Of a phone that is nobody's yet nobody says later which it was. */
        boolean canBeAskedAbout() {
            return account != null && term.isPositive();
        }
    }

    /** @param phone is not kept: by a mark of it another is told apart as long as it can be asked about */
    void begin(Begun it, String phone) {
        alone.executeWithoutResult(status -> jdbc.sql("""
                        insert into sms_attempt (id, push_id, account_id, purpose, number, provider, state, parts, price, sent_at, inquire_at, phone_mark)
                        values (?, ?, ?, ?, ?, ?, 'HANDED_OVER', ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        it.id(),
                        it.push(),
                        it.account(),
                        it.purpose().name(),
                        it.number(),
                        it.provider().name(),
                        it.parts(),
                        it.price(),
                        BusinessTime.at(it.at()),
                        it.canBeAskedAbout() ? BusinessTime.at(it.at().plus(inquiry.after())) : null,
                        it.canBeAskedAbout() ? phones.of(phone) : null))
                .update());
    }

    /** A report may have been quicker than the answer: what it says stays. A serial number that the provider gave twice is kept once. */
    void end(Begun it, Handover result, long tookMillis) {
        alone.executeWithoutResult(status -> jdbc.sql("""
                        update sms_attempt set
                          state = case when state = 'HANDED_OVER' then :state else state end,
                          code = :code, words = :words, took_ms = :took,
                          inquire_at = case when :state = 'UNKNOWN' then inquire_at end, phone_mark = case when :state = 'UNKNOWN' then phone_mark end,
                          parts = case when receipt_at is null then coalesce(:parts, parts) else parts end,
                          serial = case when exists (select from sms_attempt other where other.provider = :provider and other.serial = :serial)
                            then serial else :serial end
                        where id = :id""")
                .param("id", it.id())
                .param("provider", it.provider().name())
                .param("state", AttemptState.of(result.outcome()).name())
                .param("code", cut(result.code(), LONGEST_CODE), Types.VARCHAR)
                .param("words", cut(result.words(), LONGEST_WORDS), Types.VARCHAR)
                .param("serial", cut(result.serial(), LONGEST_SERIAL), Types.VARCHAR)
                .param("parts", result.parts(), Types.INTEGER)
                .param("took", tookMillis)
                .update());
    }

    /**
     * What a provider reports is put on record once; the first report counts. A signed text that proved one report proves no other.
     *
     * @return how many of them were of an attempt that waited for one
     */
    int reported(SmsProvider provider, List<Receipt> receipts, Instant at) {
        Integer taken = alone.execute(status -> receipts.stream()
                .mapToInt(receipt -> reported(provider, receipt, at))
                .sum());
        return taken == null ? 0 : taken;
    }

    private int reported(SmsProvider provider, Receipt receipt, Instant at) {
        List<Optional<UUID>> pushes = jdbc.sql("""
                        update sms_attempt set state = :state, receipt_at = :at, receipt_code = :code, receipt_words = :words,
                          parts = coalesce(:parts, parts), receipt_token = :token, inquire_at = null, phone_mark = null
                        where id = coalesce(
                            (select id from sms_attempt where id = :attempt and provider = :provider),
                            (select id from sms_attempt where provider = :provider and serial = :serial))
                          and state in ('HANDED_OVER', 'ACCEPTED', 'UNKNOWN')
                          and not exists (select from sms_attempt where provider = :provider and receipt_token = :token)
                        returning push_id""")
                .param("provider", provider.name())
                .param("attempt", receipt.attempt(), Types.OTHER)
                .param("serial", receipt.serial(), Types.VARCHAR)
                .param("state", receipt.delivered() ? "DELIVERED" : "UNDELIVERED")
                .param("at", BusinessTime.at(at))
                .param("code", cut(receipt.code(), LONGEST_CODE), Types.VARCHAR)
                .param("words", cut(receipt.words(), LONGEST_WORDS), Types.VARCHAR)
                .param("parts", receipt.parts(), Types.INTEGER)
                .param("token", receipt.token(), Types.VARCHAR)
                .query((row, number) -> Optional.ofNullable(row.getObject("push_id", UUID.class)))
                .list();
        if (pushes.isEmpty() && receipt.delivered()) {
            contradict(provider, receipt, at);
        }
        pushes.forEach(
                found -> found.ifPresent(push -> events.publishEvent(new TextReported(push, receipt.delivered()))));
        return pushes.size();
    }

    /** Somebody may have it twice: the provider had said that it never had what it brought after all. Nothing can be called back; that it happened is on record and counted. */
    private void contradict(SmsProvider provider, Receipt receipt, Instant at) {
        int late = jdbc.sql("""
                        update sms_attempt set contradicted_at = :at
                        where id = coalesce(
                            (select id from sms_attempt where id = :attempt and provider = :provider),
                            (select id from sms_attempt where provider = :provider and serial = :serial))
                          and state = 'REFUSED' and receipt_at is not null and contradicted_at is null""")
                .param("provider", provider.name())
                .param("attempt", receipt.attempt(), Types.OTHER)
                .param("serial", receipt.serial(), Types.VARCHAR)
                .param("at", BusinessTime.at(at))
                .update();
        if (late > 0) {
            contradicted.increment();
            LOG.warn("{} brought attempt {}, of which it had said that it never had it", provider, receipt.attempt());
        }
    }

    /**
     * One of which nobody knows, or of whose arrival nobody knows, and that its provider is asked about now.
     *
     * @param accountVersion with which the account got another phone, where it goes to the one before
     * @param inquiries how often it was asked, with this time
     */
    record Open(
            UUID id,
            SmsProvider provider,
            UUID account,
            @Nullable Long accountVersion,
            Instant sentAt,
            int inquiries) {}

    /** Who takes one puts off the next time: no other copy asks the same. @param term for which the provider can be asked */
    Optional<Open> claimOpen(SmsProvider provider, Duration term, Instant now) {
        return alone.execute(status -> {
            Optional<Open> open = jdbc.sql("""
                            select a.id, a.account_id, a.sent_at, a.inquiries + 1 as inquiries,
                              (select w.account_version from waiting_text_notice w where w.push_id = a.push_id and w.account_id = a.account_id limit 1) as version
                            from sms_attempt a
                            where a.provider = :provider and a.account_id is not null and a.inquire_at <= :now and a.sent_at > :oldest
                            order by a.inquire_at limit 1 for update of a skip locked""")
                    .param("now", BusinessTime.at(now))
                    .param("provider", provider.name())
                    .param("oldest", BusinessTime.at(now.minus(term)))
                    .query((row, number) -> new Open(
                            row.getObject("id", UUID.class),
                            provider,
                            row.getObject("account_id", UUID.class),
                            row.getObject("version", Long.class),
                            row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                            row.getInt("inquiries")))
                    .optional();
            open.ifPresent(it -> jdbc.sql("update sms_attempt set inquiries = ?, inquire_at = ? where id = ?")
                    .params(it.inquiries(), BusinessTime.at(next(it, term, now)), it.id())
                    .update());
            return open;
        });
    }

    /** At the end of its term it is let go ({@link #letGo}). */
    private Instant next(Open open, Duration term, Instant now) {
        Instant next = now.plus(inquiry.pauseAfter(open.inquiries()));
        Instant end = open.sentAt().plus(term);
        return next.isBefore(end) ? next : end;
    }

    /** What its provider can be asked about no more waits for no inquiry, and the mark of its phone is of no use. @param term for which it can be asked */
    void letGo(SmsProvider provider, Duration term, Instant now) {
        jdbc.sql("""
                        update sms_attempt set inquire_at = null, phone_mark = null where id in (
                          select id from sms_attempt where provider = :provider and inquire_at <= :now and sent_at <= :oldest
                          order by inquire_at limit :most for update skip locked)""")
                .param("provider", provider.name())
                .param("now", BusinessTime.at(now))
                .param("oldest", BusinessTime.at(now.minus(term)))
                .param("most", MOST_LET_GO)
                .update();
    }

    /** Whether it was handed over to this phone, as far as is known: of what was written down before marks were kept nobody knows. */
    boolean mayBeTo(Open open, String phone) {
        return jdbc.sql("select phone_mark is null or phone_mark = ? from sms_attempt where id = ?")
                .params(phones.of(phone), open.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What its provider said is put on record as a report is; a report that came meanwhile stays. */
    void found(Open open, Found found, Instant at) {
        alone.executeWithoutResult(status -> {
            switch (found.outcome()) {
                case DELIVERED, UNDELIVERED ->
                    reported(
                            open.provider(),
                            new Receipt(
                                    open.id(),
                                    null,
                                    found.outcome() == Found.Outcome.DELIVERED,
                                    found.code(),
                                    found.words(),
                                    null),
                            at);
                case TAKEN -> taken(open, found);
                case NEVER_HAD -> missed(open, found, at);
                case NOT_KNOWN -> {}
            }
        });
    }

    /** It is asked about on, until somebody says whether it arrived. */
    private void taken(Open open, Found found) {
        jdbc.sql("""
                        update sms_attempt set state = 'ACCEPTED', receipt_words = ?
                        where id = ? and state in ('HANDED_OVER', 'UNKNOWN') returning push_id""")
                .params(found.words(), open.id())
                .query((row, number) -> Optional.ofNullable(row.getObject("push_id", UUID.class)))
                .list()
                .forEach(one -> one.ifPresent(push -> events.publishEvent(new TextTaken(push))));
    }

    /** Believed when it was said often enough and late enough, of a phone that is known to be the one; then the message may go again, and here alone that is said, once. */
    private void missed(Open open, Found found, Instant at) {
        int times = jdbc.sql("""
                        update sms_attempt set missing = missing + 1
                        where id = ? and inquiries = ? and state in ('HANDED_OVER', 'UNKNOWN') and phone_mark is not null returning missing""")
                .params(open.id(), open.inquiries())
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (times < inquiry.neverHadAnswers()
                || Duration.between(open.sentAt(), at).compareTo(inquiry.neverHadAfter()) < 0) {
            return;
        }
        boolean goesAgain = Duration.between(open.sentAt(), at).compareTo(ITS_DAY) < 0;
        jdbc.sql("""
                        update sms_attempt set state = 'REFUSED', receipt_at = ?, receipt_words = ?, inquire_at = null, phone_mark = null
                        where id = ? returning push_id""")
                .params(BusinessTime.at(at), found.words(), open.id())
                .query((row, number) -> Optional.ofNullable(row.getObject("push_id", UUID.class)))
                .list()
                .forEach(one -> one.ifPresent(push -> events.publishEvent(new TextMissed(push, goesAgain))));
    }

    /**
     * What was reported of a message already, or found out, in the caller's transaction: a report that comes meanwhile waits for its end.
     *
     * @return empty: nothing yet
     */
    Optional<Boolean> delivered(UUID push) {
        return jdbc.sql("""
                        select state from sms_attempt where push_id = ? and (state != 'REFUSED' or receipt_at is not null)
                        order by number desc limit 1 for update""")
                .param(push)
                .query(String.class)
                .optional()
                .filter(state -> !List.of("HANDED_OVER", "ACCEPTED", "UNKNOWN").contains(state))
                .map("DELIVERED"::equals);
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
