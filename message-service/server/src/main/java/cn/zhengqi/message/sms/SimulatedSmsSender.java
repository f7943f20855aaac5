package cn.zhengqi.message.sms;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends nothing, and says so: keeps the newest messages for {@code ./zhengqi sms}. For a machine of one's own only. */
final class SimulatedSmsSender implements SmsSender {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedSmsSender.class);
    private static final int KEPT = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String portal;
    private final ProtectedColumn phones;

    /** @param portal address at which browsers reach the platform */
    SimulatedSmsSender(JdbcClient jdbc, Clock clock, String portal, DataProtection protection) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.portal = portal;
        this.phones = protection.column("simulated_sms", "phone");
    }

    /** A message that would have been sent. */
    record Simulated(OffsetDateTime at, String phone, String text) {}

    @Override
    public void send(TextMessage message) {
        jdbc.sql("insert into simulated_sms (id, phone, text, sent_at) values (?, ?, ?, ?)")
                .params(Ids.next(), phones.seal(message.phone()), text(message), BusinessTime.at(clock.instant()))
                .update();
        jdbc.sql(
                        "delete from simulated_sms where id not in (select id from simulated_sms order by sent_at desc, id desc limit ?)")
                .param(KEPT)
                .update();
        LOG.info("Simulator: no text message was sent ({}); ./zhengqi sms shows it", message);
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

    private String text(TextMessage message) {
        return switch (message.purpose()) {
            case SIGN_IN -> codeText("登录", message);
            case PASSWORD_RESET -> codeText("重置密码", message);
            case REGISTRATION -> codeText("注册账号", message);
            case PHONE_CHANGE -> codeText("更换手机号", message);
            case PHONE_CHANGED -> "【模拟短信】您账号的登录手机号已更换为尾号 %s 的号码。如非本人操作，请立即联系平台客服。".formatted(message.code());
            case ADMISSION_APPROVED -> "【模拟短信】%s 的入驻申请已通过，请登录平台查看。".formatted(message.code());
            case ADMISSION_REJECTED -> "【模拟短信】%s 的入驻申请未通过，原因请登录平台查看，修改后可重新提交。".formatted(message.code());
            case NOTIFICATION -> "【模拟短信】" + TextMessages.notification(message.code());
            case PASSWORD_LINK ->
                "【模拟短信】请打开 %s/set-password#%s 设置您的登录密码，3 天内有效，只能使用一次，请勿转发。".formatted(portal, message.code());
        };
    }

    private static String codeText(String what, TextMessage message) {
        return "【模拟短信】您正在%s，验证码 %s，5 分钟内有效，请勿告诉他人。".formatted(what, message.code());
    }
}
