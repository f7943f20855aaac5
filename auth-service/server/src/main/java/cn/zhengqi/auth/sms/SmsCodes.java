package cn.zhengqi.auth.sms;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.auth.KeyedHash;
import cn.zhengqi.auth.account.Account;
import cn.zhengqi.auth.account.Accounts;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedIndex;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes of six digits for a phone, good for five minutes, five tries and one use. Who asks is answered alike whether the phone is known or
 * not, and as fast: the message goes out afterwards. A code for a registration, or for a new phone, goes to any phone; that it is taken hears who has it in hand.
 */
@Component
@EnableConfigurationProperties(SmsCodes.Limits.class)
public class SmsCodes {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final int TRIES = 5;

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CODES = 1_000_000;

    private final JdbcClient jdbc;
    private final InternalSms messages;
    private final Accounts accounts;
    private final ApplicationEventPublisher inside;
    private final Limits limits;
    private final Clock clock;
    private final KeyedHash hashes;
    private final ProtectedIndex phones;
    private final SecureRandom random = new SecureRandom();

    SmsCodes(
            JdbcClient jdbc,
            InternalSms messages,
            Accounts accounts,
            ApplicationEventPublisher inside,
            Limits limits,
            Clock clock,
            DataProtection protection,
            @Value("${zhengqi.authorization.key-secret}") String secret) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.accounts = accounts;
        this.inside = inside;
        this.limits = limits;
        this.clock = clock;
        this.phones = protection.index("sms_code", "phone");
        this.hashes = KeyedHash.under(secret, "sms codes");
    }

    /**
     * @param perPhoneAndDay codes for one phone in 24 hours, of which never two in one minute
     * @param perAddressAndHour codes that one address asks for, whatever phones it names
     * @param perAccountAndDay codes that somebody who is signed in asks for in 24 hours, whatever phones they name and from wherever
     */
    @ConfigurationProperties("zhengqi.sign-in.sms")
    record Limits(
            @DefaultValue("10") int perPhoneAndDay,
            @DefaultValue("20") int perAddressAndHour,
            @DefaultValue("10") int perAccountAndDay) {}

    /** Heard inside this service only, after the commit. */
    record CodeWanted(CodeMessage message) {}

    /**
     * @param asker who is signed in and asks; null: nobody is, and the phone stands for its account
     * @return when the next may be asked for
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    @Transactional
    public Duration ask(String phone, Purpose purpose, String address, @Nullable UUID asker) {
        // Two at once wait for each other, so that both see the other's row.
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtext('sms code'), lock) from (select hashtext(who) as lock from unnest(?) who) locks order by lock")
                .param((asker == null ? Stream.of(phone, address) : Stream.of(phone, address, asker.toString()))
                        .toArray(String[]::new))
                .query(row -> {
                    // pg_advisory_xact_lock answers void
                });
        Instant now = clock.instant();
        refuseMore("phone_index", phones.of(phone), PAUSE, 1, now);
        refuseMore("phone_index", phones.of(phone), DAY, limits.perPhoneAndDay(), now);
        refuseMore("address", address, HOUR, limits.perAddressAndHour(), now);
        if (asker != null) {
            refuseMore("account_id", asker, DAY, limits.perAccountAndDay(), now);
        }
        Optional<Account> account = accounts.findByName(phone);
        boolean opensSomething = purpose == Purpose.REGISTRATION
                || purpose == Purpose.PHONE_CHANGE
                || account.filter(Account::enabled).isPresent();
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into sms_code (id, phone_index, purpose, address, account_id, code_hash, asked_at, expires_at)
                        values (:id, :phone, :purpose, :address, :asker, :hash, :now, :end)""")
                .param("id", id)
                .param("phone", phones.of(phone))
                .param("purpose", purpose.name())
                .param("address", address)
                .param("asker", asker, Types.OTHER)
                .param("hash", opensSomething ? hashes.of(id, code) : null)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(LIFE)))
                .update();
        if (opensSomething) {
            UUID owner = account.map(Account::id).orElse(null);
            inside.publishEvent(new CodeWanted(new CodeMessage(owner, phone, purpose, code)));
        }
        return PAUSE;
    }

    /** @throws ProblemException SMS_UNAVAILABLE where no message can go out, so that nobody is left to wait for one */
    public void requireSending() {
        if (!canSend()) {
            throw new ProblemException(AuthProblem.SMS_UNAVAILABLE, "短信服务暂不可用，请稍后再试或联系平台客服");
        }
    }

    boolean canSend() {
        try {
            return messages.availability().available();
        } catch (ProblemException unreachable) {
            return false;
        }
    }

    /** What a code that somebody typed is. */
    public enum Verdict {
        RIGHT,
        /** It was right, and has been used: who types it had the message in hand. */
        USED,
        WRONG
    }

    /** Whether it is the code that was sent last for this purpose, and was not used. */
    public boolean accepts(String phone, Purpose purpose, String code) {
        return judge(phone, purpose, code) == Verdict.RIGHT;
    }

    /** Of the code that was sent last for this purpose. Right or wrong, a try is used up; right, the code is. */
    public Verdict judge(String phone, Purpose purpose, String code) {
        record Tried(UUID id, byte[] hash) {}
        Instant now = clock.instant();
        Optional<Tried> tried = jdbc.sql("""
                        update sms_code set tries = tries + 1
                        where id = (select id from sms_code where phone_index = :phone and purpose = :purpose order by asked_at desc limit 1)
                          and expires_at > :now and tries < :tries and code_hash is not null
                        returning id, code_hash""")
                .param("phone", phones.of(phone))
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .param("tries", TRIES)
                .query((row, n) -> new Tried(row.getObject("id", UUID.class), row.getBytes("code_hash")))
                .optional();
        return tried.filter(one -> MessageDigest.isEqual(one.hash(), hashes.of(one.id(), code)))
                .map(one -> jdbc.sql("update sms_code set used_at = ? where id = ? and used_at is null")
                        .params(Timestamp.from(now), one.id())
                        .update())
                .map(used -> used == 1 ? Verdict.RIGHT : Verdict.USED)
                .orElse(Verdict.WRONG);
    }

    /** Whoever had the phone has no account any more. */
    public void forget(UUID account, String phone) {
        jdbc.sql("delete from sms_code where phone_index = ? or account_id = ?")
                .params(phones.of(phone), account)
                .update();
    }

    /** @param column of the phone, the address or the account, of the code's own making */
    private void refuseMore(String column, Object value, Duration span, int most, Instant now) {
        List<Instant> asked = jdbc.sql("select asked_at from sms_code where " + column
                        + " = ? and asked_at > ? order by asked_at desc limit ?")
                .params(value, Timestamp.from(now.minus(span)), most)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
        if (asked.size() == most) {
            long seconds = Math.max(
                    1, Duration.between(now, asked.getLast().plus(span)).toSeconds() + 1);
            String when = seconds <= 60 ? seconds + " 秒" : (seconds + 59) / 60 + " 分钟";
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS,
                    "验证码获取过于频繁，请 " + when + "后再试",
                    Map.of("retryAfterSeconds", seconds));
        }
    }
}
