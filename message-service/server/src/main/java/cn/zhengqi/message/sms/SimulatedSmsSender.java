package cn.zhengqi.message.sms;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends nothing, and says so: keeps the newest messages for {@code ./zhengqi sms}. For a machine of one's own only. {@link SimulatedReports} reports them as a provider would, and of some numbers neither goes well
 * ({@link SimulatedPhone}).
 */
final class SimulatedSmsSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedSmsSender.class);
    private static final int KEPT = 100;
    private static final String NO_ANSWER = "模拟故障：未收到答复";

    private final SmsProvider provider;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Wording wording;
    private final ProtectedColumn phones;

    /** @param portal address at which browsers reach the platform */
    SimulatedSmsSender(SmsProvider provider, JdbcClient jdbc, Clock clock, String portal, DataProtection protection) {
        this.provider = provider;
        this.jdbc = jdbc;
        this.clock = clock;
        this.wording = new Wording("模拟短信", portal);
        this.phones = protection.column("simulated_sms", "phone");
    }

    /** A message that would have been sent. */
    record Simulated(OffsetDateTime at, String phone, String text) {}

    @Override
    public SmsProvider provider() {
        return provider;
    }

    @Override
    public boolean brings(Purpose purpose) {
        return true;
    }

    @Override
    public String text(TextMessage message) {
        return wording.of(message);
    }

    @Override
    public Handover send(UUID attempt, TextMessage message) {
        SimulatedPhone phone = SimulatedPhone.of(message.phone());
        phone.letWait();
        if (phone.isLostOnItsWay(clock.instant())) {
            return Handover.unknown(null, NO_ANSWER);
        }
        if (!phone.isTakenBy(provider, clock.instant())) {
            return Handover.unavailable("SIM_UNAVAILABLE", "模拟故障：服务商暂时无法受理");
        }
        UUID id = Ids.next();
        jdbc.sql("insert into simulated_sms (id, phone, text, sent_at, attempt) values (?, ?, ?, ?, ?)")
                .params(id, phones.seal(message.phone()), text(message), BusinessTime.at(clock.instant()), attempt)
                .update();
        jdbc.sql(
                        "delete from simulated_sms where id not in (select id from simulated_sms order by sent_at desc, id desc limit ?)")
                .param(KEPT)
                .update();
        LOG.info("Simulator: no text message was sent ({}); ./zhengqi sms shows it", message);
        if (phone == SimulatedPhone.UNANSWERED) {
            return Handover.unknown(null, NO_ANSWER);
        }
        return Handover.accepted("OK", "模拟受理，未实际发送", phone.serial(id, clock.instant()), null);
    }

    @Override
    public Duration remembers() {
        return Duration.ofDays(1);
    }

    /** What is older than all that is kept may have been taken. */
    @Override
    public Found find(Inquiry inquiry) {
        return jdbc.sql("""
                        select exists (select from simulated_sms where attempt = :attempt) as taken,
                          (select count(*) < :kept or min(sent_at) < :sent from simulated_sms) as complete""")
                .param("attempt", inquiry.attempt())
                .param("kept", KEPT)
                .param("sent", BusinessTime.at(inquiry.sentAt()))
                .query((row, number) -> row.getBoolean("taken")
                        ? Found.delivered("DELIVERED")
                        : row.getBoolean("complete") ? Found.neverHad() : Found.notKnown("", "模拟短信只保留最近的"))
                .single();
    }

    /** Newest first. */
    List<Simulated> newest() {
        return jdbc.sql("select sent_at, phone, text from simulated_sms order by sent_at desc, id desc limit 20")
                .query((row, n) -> new Simulated(
                        BusinessTime.at(
                                row.getObject("sent_at", OffsetDateTime.class).toInstant()),
                        phones.open(row.getString("phone")),
                        row.getString("text")))
                .list();
    }
}
