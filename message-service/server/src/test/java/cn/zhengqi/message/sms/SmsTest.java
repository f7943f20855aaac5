package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class SmsTest {

    @Autowired
    private DataProtection protection;

    @Autowired
    private DataSource tables;

    @Autowired
    private ServiceClient client;

    @Autowired
    private PushLog pushLog;

    @Autowired
    private SmsAttempts attempts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void without_a_provider_whoever_asks_is_told_so_and_nothing_is_on_record() {
        UUID account = Ids.next();
        client.asService("auth-service")
                .get()
                .uri("/internal/sms/availability")
                .exchange()
                .expectBody()
                .jsonPath("$.available")
                .isEqualTo(false);
        client.asService("auth-service")
                .post()
                .uri("/internal/sms")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new CodeMessage(account, "13700000002", Purpose.SIGN_IN, "123456"))
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SMS_NOT_CONFIGURED");
        client.asService("operations")
                .get()
                .uri("/internal/sms")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(pushes(account)).isZero();
    }

    @Test
    void the_simulator_keeps_the_text_and_the_log_of_pushes_only_that_it_was_sent() {
        UUID account = Ids.next();
        SimulatedSmsSender simulator = new SimulatedSmsSender(
                SmsProvider.SIMULATOR, jdbc, Clock.systemUTC(), "http://localhost:8080", protection);
        var endpoint = new InternalSmsEndpoint(texts(simulator), providers(simulator));

        endpoint.send(new CodeMessage(account, "13700000003", Purpose.PASSWORD_RESET, "987654"));

        endpoint.send(new CodeMessage(null, "13700000005", Purpose.REGISTRATION, "135790"));

        assertThat(endpoint.simulated().getFirst().text()).contains("模拟短信", "注册账号", "135790");
        assertThat(endpoint.simulated().getFirst().phone()).isEqualTo("13700000005");
        assertThat(RawTables.showing(tables, "13700000005")).isEmpty();
        assertThat(RawTables.encryptedColumns(tables)).containsExactly("idempotency_key.body", "simulated_sms.phone");
        assertThat(jdbc.sql("select count(*) from push_log where title = '注册验证码'")
                        .query(Integer.class)
                        .single())
                .as("a phone that is nobody's yet is no receiver")
                .isZero();
        assertThat(endpoint.availability().available()).isTrue();
        assertThat(endpoint.simulated().get(1).text()).contains("模拟短信", "重置密码", "987654");
        assertThat(pushes(account)).isEqualTo(1);
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?accountId={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].channel")
                .isEqualTo("SMS")
                .jsonPath("$.items[0].result")
                .isEqualTo("ACCEPTED")
                .jsonPath("$.items[0].title")
                .isEqualTo("重置密码验证码");
        assertThat(jdbc.sql("select count(*) from push_log l where l::text like '%987654%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_link_for_the_password_can_be_opened_from_the_message_and_its_token_is_not_in_the_log() {
        UUID account = Ids.next();
        SimulatedSmsSender simulator = new SimulatedSmsSender(
                SmsProvider.SIMULATOR, jdbc, Clock.systemUTC(), "https://zhengqi.example", protection);
        var endpoint = new InternalSmsEndpoint(texts(simulator), providers(simulator));

        endpoint.send(new CodeMessage(account, "13700000006", Purpose.PASSWORD_LINK, "abc-DEF_123"));

        assertThat(endpoint.simulated().getFirst().text()).contains("https://zhengqi.example/set-password#abc-DEF_123");
        assertThat(jdbc.sql("select title from push_log where account_id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo("设置密码链接");
    }

    @Test
    void a_message_that_the_provider_refuses_is_on_record_as_failed() {
        UUID account = Ids.next();
        SmsSender refusing = new AnsweringSender(SmsProvider.ALIYUN, Handover.refused("isv.X", "拒绝"));
        var endpoint = new InternalSmsEndpoint(texts(refusing), providers(refusing));

        assertThatThrownBy(() -> endpoint.send(new CodeMessage(account, "13700000005", Purpose.SIGN_IN, "123456")))
                .isInstanceOf(ProblemException.class);

        assertThat(jdbc.sql("select result from push_log where account_id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void nobody_but_a_service_has_text_messages_sent() {
        client.as(TestUsers.operator())
                .post()
                .uri("/internal/sms")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new CodeMessage(Ids.next(), "13700000004", Purpose.SIGN_IN, "123456"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private TextMessages texts(SmsSender sender) {
        SmsProperties none = new SmsProperties(
                Set.of(SmsProperties.Provider.SIMULATOR), null, null, null, SmsProperties.Inquiry.USUAL);
        return new TextMessages(
                new Handing(providers(sender), attempts, none, Clock.systemUTC()),
                none,
                pushLog,
                Clock.systemUTC(),
                "https://zhengqi.example",
                "");
    }

    private static Providers providers(SmsSender sender) {
        return new Providers(Clock.systemUTC(), new SimpleMeterRegistry()).with(sender, 1);
    }

    private long pushes(UUID account) {
        return jdbc.sql("select count(*) from push_log where account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }
}
