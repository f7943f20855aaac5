package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.message.push.TextReported;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every attempt to bring a text message, with neither its phone nor its words. Each is on record before it is handed over, in a transaction of its own: what was handed over stays so, whatever becomes of the
 * work that asked for it.
 */
@Component
class SmsAttempts {

    static final int LONGEST_SERIAL = 100;

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_WORDS = 300;

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final ApplicationEventPublisher events;

    SmsAttempts(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param push its entry in the log of pushes; null: a phone that is nobody's yet
     * @param number of the attempt at this message, from 1
     * @param parts as how many messages it is likely to be charged
     * @param price of one of them, in yuan; null: nobody said
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
            Instant at) {}

    void begin(Begun it) {
        alone.executeWithoutResult(status -> jdbc.sql("""
                        insert into sms_attempt (id, push_id, account_id, purpose, number, provider, state, parts, price, sent_at)
                        values (?, ?, ?, ?, ?, ?, 'HANDED_OVER', ?, ?, ?)""")
                .params(Arrays.asList(
                        it.id(),
                        it.push(),
                        it.account(),
                        it.purpose().name(),
                        it.number(),
                        it.provider().name(),
                        it.parts(),
                        it.price(),
                        BusinessTime.at(it.at())))
                .update());
    }

    /** A report may have been quicker than the answer: what it says stays. A serial number that the provider gave twice is kept once. */
    void end(Begun it, Handover result, long tookMillis) {
        alone.executeWithoutResult(status -> jdbc.sql("""
                        update sms_attempt set
                          state = case when state = 'HANDED_OVER' then :state else state end,
                          code = :code, words = :words, took_ms = :took,
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
                          parts = coalesce(:parts, parts), receipt_token = :token
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
        pushes.forEach(
                found -> found.ifPresent(push -> events.publishEvent(new TextReported(push, receipt.delivered()))));
        return pushes.size();
    }

    /**
     * What was reported of a message already, in the caller's transaction: a report that comes meanwhile waits for its end.
     *
     * @return empty: nothing yet
     */
    Optional<Boolean> delivered(UUID push) {
        return jdbc.sql("select state from sms_attempt where push_id = ? and state != 'REFUSED' for update")
                .param(push)
                .query(String.class)
                .optional()
                .filter(state -> state.equals("DELIVERED") || state.equals("UNDELIVERED"))
                .map("DELIVERED"::equals);
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
