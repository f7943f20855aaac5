package cn.zhengqi.message.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms.CodeMessage;
import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

@MessageServiceTest
class SmsAttemptsTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PHONE = "13700000012";

    private final UUID account = Ids.next();
    private final CurrentUser auditor = TestUsers.operator("message.push-log.read");
    private final JsonMapper json = new JsonMapper();

    @Autowired
    private ServiceClient client;

    @Autowired
    private SmsAttempts attempts;

    @Autowired
    private PushLog pushes;

    @Autowired
    private JdbcClient jdbc;

    private SmsReceiptController receipts;

    @BeforeEach
    void an_end_of_the_addresses_is_set() {
        receipts = new SmsReceiptController(attempts, properties(), json, Clock.systemUTC());
    }

    @Test
    void what_one_provider_is_known_not_to_have_taken_goes_by_the_other_and_both_attempts_are_on_record() {
        var down = new AnsweringSender(SmsProvider.ALIYUN, Handover.unavailable("isv.AMOUNT_NOT_ENOUGH", "账户余额不足"));
        var other = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "send success", serial(), 2));

        assertThat(texts(down, other).sendNotification(Ids.next(), account, PHONE, "云税贷已放款"))
                .isEqualTo(TextMessages.Sent.ACCEPTED);

        assertThat(states()).containsExactly("1 ALIYUN REFUSED", "2 TENCENT ACCEPTED");
        client.as(auditor)
                .get()
                .uri("/api/message/sms-attempts?accountId={id}", account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].answer")
                .isEqualTo("send success Ok")
                .jsonPath("$.items[0].parts")
                .isEqualTo(2)
                .jsonPath("$.items[0].cost")
                .isEqualTo(0.09)
                .jsonPath("$.items[1].answer")
                .isEqualTo("账户余额不足 isv.AMOUNT_NOT_ENOUGH")
                .jsonPath("$.items[1].cost")
                .doesNotExist();
    }

    @Test
    void what_got_no_answer_and_what_was_refused_for_its_receiver_goes_to_nobody_else() {
        for (Handover first :
                List.of(Handover.unknown(null, "未收到答复"), Handover.refused("isv.MOBILE_NUMBER_ILLEGAL", "号码不正确"))) {
            var one = new AnsweringSender(SmsProvider.ALIYUN, first);
            var other = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "", serial(), 1));
            texts(one, other).sendNotification(Ids.next(), account, PHONE, "云税贷已放款");
            assertThat(other.attempts).isEmpty();
        }
        var broken = new AnsweringSender(SmsProvider.ALIYUN, message -> {
            throw new IllegalStateException("a fault of ours");
        });
        var other = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "", serial(), 1));
        assertThat(texts(broken, other).sendNotification(Ids.next(), account, PHONE, "云税贷已放款"))
                .isEqualTo(TextMessages.Sent.UNKNOWN);
        assertThat(other.attempts).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder("1 ALIYUN UNKNOWN", "1 ALIYUN REFUSED", "1 ALIYUN UNKNOWN");
    }

    @Test
    void a_report_of_aliyun_says_of_what_got_no_answer_that_it_arrived_after_all() {
        var silent = new AnsweringSender(SmsProvider.ALIYUN, Handover.unknown(null, "未收到答复"));
        TextMessages unanswered = texts(silent);
        assertThatThrownBy(() -> unanswered.send(new CodeMessage(account, PHONE, Purpose.PASSWORD_LINK, "x")))
                .isInstanceOf(ProblemException.class);
        assertThat(results()).containsExactly("FAILED");

        assertThat(receipts.aliyun(TOKEN, """
                [{"phone_number":"%s","send_time":"2026-11-28 17:00:00","report_time":"2026-11-28 17:00:02","success":true,
                  "err_code":"DELIVERED","err_msg":"用户接收成功","sms_size":"1","biz_id":"%s","out_id":"%s"}]""".formatted(PHONE, serial(), silent.attempts.getFirst())))
                .isEqualTo(new SmsReceiptController.AliyunAnswer(0, "接收成功"));

        assertThat(states()).containsExactly("1 ALIYUN DELIVERED");
        assertThat(results()).as("in the log of pushes too").containsExactly("DELIVERED");
        assertThat(jdbc.sql("select count(*) from sms_attempt a where a::text like '%' || ? || '%'")
                        .param(PHONE)
                        .query(Integer.class)
                        .single())
                .as("the phone is not kept")
                .isZero();
    }

    @Test
    void a_report_of_tencent_counts_once_and_one_of_a_message_that_is_not_known_changes_nothing() {
        String serial = serial();
        var provider = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "send success", serial, 1));
        texts(provider).send(new CodeMessage(account, PHONE, Purpose.PASSWORD_LINK, "x"));
        assertThat(results()).containsExactly("ACCEPTED");

        assertThat(tencent(
                        TOKEN,
                        report(serial, "FAIL", "MK:0001", "空号") + "," + report(serial(), "SUCCESS", "DELIVRD", "x")))
                .isEqualTo(new SmsReceiptController.TencentAnswer(0, "OK"));
        tencent(TOKEN, report(serial, "SUCCESS", "DELIVRD", "用户短信送达成功"));

        assertThat(states()).containsExactly("1 TENCENT UNDELIVERED");
        client.as(auditor)
                .get()
                .uri("/api/message/push-log?result=FAILED&accountId={id}", account)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].result")
                .isEqualTo("FAILED")
                .jsonPath("$.items[0].provider")
                .isEqualTo("TENCENT")
                .jsonPath("$.items[0].answer")
                .isEqualTo("空号 MK:0001");
    }

    @Test
    void a_report_reaches_the_undelivered_notices_and_the_receivers_of_notifications() {
        String serial = serial();
        UUID push = Ids.next();
        UUID message = Ids.next();
        var provider = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "send success", serial, 1));
        texts(provider).sendNotification(push, account, PHONE, "云税贷已放款");
        jdbc.sql("""
                        insert into outer_notice (message_id, account_id, code, kind, sms, happened_at, fixed, urgent, state, ways, push_id, taken_at)
                        values (?, ?, 'loan.disbursed', 'FINANCE', '云税贷已放款', now(), true, false, 'TAKEN', '{SMS}', ?, now())""").params(message, account, push).update();
        String ofNotification = serial();
        UUID its = Ids.next();
        texts(new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "send success", ofNotification, 1)))
                .sendNotification(its, account, PHONE, "申报提醒");
        UUID notification = sent(its);

        tencent(TOKEN, report(serial, "FAIL", "MK:0001", "空号") + "," + report(ofNotification, "FAIL", "MK:0001", "空号"));

        client.as(TestUsers.operator("message.undelivered.resend"))
                .get()
                .uri("/api/message/undelivered?resendable=true&title=云税贷&size=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.messageId == '" + message + "')].failed[0]")
                .isEqualTo("SMS");
        assertThat(jdbc.sql("select result from notification_receiver where notification_id = ?")
                        .param(notification)
                        .query(String.class)
                        .single())
                .isEqualTo("UNDELIVERED");
        assertThat(jdbc.sql("select state || ' ' || sms from outer_notice where message_id = ?")
                        .param(its)
                        .query(String.class)
                        .single())
                .as("where it can be sent again")
                .isEqualTo("FAILED 申报提醒");
    }

    @Test
    void a_signed_report_of_submail_is_taken_as_a_form_or_as_json_and_what_comes_again_changes_nothing() {
        var silent = new AnsweringSender(SmsProvider.SUBMAIL, Handover.unknown(null, "未收到答复"));
        texts(silent).sendNotification(Ids.next(), account, PHONE, "云税贷已放款");
        String serial = serial();
        texts(new AnsweringSender(SmsProvider.SUBMAIL, Handover.accepted("success", "", serial, 1)))
                .sendNotification(Ids.next(), account, PHONE, "云税贷已放款");
        String report = """
                {"events":"delivered","address":"%s","send_id":"%s","operator":"中国移动","location":"上海 上海","tag":"%s",
                 "app":10001,"timestamp":1415014855,%s}""".formatted(PHONE, serial(), Subhook.tagOf(silent.attempts.getFirst()), signed("1"));

        receipts.submail(report.replace("delivered", "sending"));
        receipts.submail(report.replace("delivered", "unknown"));
        assertThat(states()).containsExactly("1 SUBMAIL UNKNOWN", "1 SUBMAIL ACCEPTED");

        push(MediaType.APPLICATION_JSON, report);
        push(
                MediaType.APPLICATION_FORM_URLENCODED,
                "events=dropped&address=%s&send_id=%s&report=+UNDELIV&app=10001&tag=&timestamp=1415014855&%s"
                        .formatted(PHONE, serial, form(signed("2"))));
        assertThat(states())
                .as("by our id, and by the number that it gave")
                .containsExactly("1 SUBMAIL DELIVERED", "1 SUBMAIL UNDELIVERED");

        receipts.submail(report);
        receipts.submail(report.replace("delivered", "dropped"));
        assertThat(states()).containsExactly("1 SUBMAIL DELIVERED", "1 SUBMAIL UNDELIVERED");
        assertThat(jdbc.sql(
                                "select count(*) from sms_attempt a where account_id = ? and (a::text like '%' || ? || '%' or a::text like '%上海%')")
                        .params(account, PHONE)
                        .query(Integer.class)
                        .single())
                .as("neither the phone nor where it is at home is kept")
                .isZero();
    }

    @Test
    void a_signature_that_proved_one_report_of_submail_proves_no_other() {
        String first = serial();
        String second = serial();
        for (String serial : List.of(first, second)) {
            texts(new AnsweringSender(SmsProvider.SUBMAIL, Handover.accepted("success", "", serial, 1)))
                    .sendNotification(Ids.next(), account, PHONE, "云税贷已放款");
        }
        String report = "events=delivered&send_id=%s&" + form(signed("1"));

        receipts.submail(report.formatted(first));
        receipts.submail(report.formatted(second));

        assertThat(states())
                .as("it is over the token alone: whoever read one report could write another")
                .containsExactly("1 SUBMAIL DELIVERED", "1 SUBMAIL ACCEPTED");
    }

    @Test
    void a_report_of_submail_that_is_not_signed_is_not_taken() {
        String serial = serial();
        texts(new AnsweringSender(SmsProvider.SUBMAIL, Handover.accepted("success", "", serial, 1)))
                .sendNotification(Ids.next(), account, PHONE, "云税贷已放款");
        String report = "events=delivered&send_id=" + serial + "&";
        String signed = form(signed("1"));
        String signature = signed.substring(signed.indexOf("signature="));

        for (String wrong : List.of(
                report,
                report + signed.replace(signature, "signature=" + "0".repeat(32)),
                report + signed.replace(signature, "signature="),
                report + signed.replace("&" + signature, ""),
                report + signature,
                report + "token=&" + signature,
                report + form(signed("2")).replaceAll("signature=.*", signature),
                "{\"events\":\"delivered\",\"send_id\":\"" + serial + "\"}",
                "{",
                "%",
                "[]")) {
            assertThatThrownBy(() -> receipts.submail(wrong)).as(wrong).hasMessageContaining("NOT_FOUND");
        }
        for (MediaType type : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED)) {
            client.anonymous()
                    .post()
                    .uri("/api/message/sms-receipts/submail")
                    .contentType(type)
                    .body(report + signed)
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status)
                            .as("where no key is set there is no such address, and nobody has to sign in to hear it")
                            .isEqualTo(404));
        }

        assertThat(states()).containsExactly("1 SUBMAIL ACCEPTED");
    }

    private void push(MediaType type, String body) {
        RestTestClient.bindToController(receipts)
                .build()
                .post()
                .uri("/api/message/sms-receipts/submail")
                .contentType(type)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Token and signature as JSON has them, made as 推送数据验证 says: MD5 of the token and the key. */
    private static String signed(String seed) {
        String token = md5(seed + Ids.next());
        return "\"token\":\"%s\",\"signature\":\"%s\"".formatted(token, md5(token + "my_subhook_key"));
    }

    private static String form(String signed) {
        return signed.replace("\":\"", "=").replace("\",\"", "&").replace("\"", "");
    }

    private static String md5(String text) {
        return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A notification that went to the account by text message under this entry of the log of pushes. */
    private UUID sent(UUID push) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into notification (id, kind, title, body, channels, audience, state, author_id, author_name, authors,
                          created_at, changed_at, started_at)
                        values (?, 'POLICY', '申报提醒', '正文', '{SMS}',
                          '{"target":"ACCOUNTS","userTypes":[],"adminsOnly":false,"towns":[],"industries":[],"enterprises":[],"institutions":[]}', 'SENT', ?, '张三', '{}', now(), now(), now())""").params(id, Ids.next()).update();
        jdbc.sql("""
                        insert into notification_receiver (notification_id, account_id, channel, result, at, push_id)
                        values (?, ?, 'SMS', 'ACCEPTED', now(), ?)""").params(id, account, push).update();
        return id;
    }

    @Test
    void a_report_without_the_end_of_the_address_is_not_taken() {
        String serial = serial();
        var provider = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "", serial, 1));
        texts(provider).sendNotification(Ids.next(), account, PHONE, "云税贷已放款");
        String report = report(serial, "SUCCESS", "DELIVRD", "");

        for (String wrong : List.of(TOKEN.replace('0', '1'), TOKEN + "0", "x")) {
            assertThatThrownBy(() -> tencent(wrong, report)).hasMessageContaining("NOT_FOUND");
        }
        tencent(TOKEN, "1");
        assertThatThrownBy(() -> receipts.tencent(TOKEN, "{}")).hasMessageContaining("VALIDATION_FAILED");
        for (String name : List.of("aliyun", "tencent")) {
            client.anonymous()
                    .post()
                    .uri("/api/message/sms-receipts/{provider}/{token}", name, TOKEN)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("[" + report + "]")
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status)
                            .as("where no end is set there is no such address, and nobody has to sign in to hear it")
                            .isEqualTo(404));
        }

        assertThat(states()).containsExactly("1 TENCENT ACCEPTED");
    }

    @Test
    void a_message_that_may_have_gone_out_cannot_be_handed_over_a_second_time() {
        UUID push = Ids.next();
        var provider = new AnsweringSender(SmsProvider.ALIYUN, Handover.unknown(null, "未收到答复"));
        texts(provider).sendNotification(push, account, PHONE, "云税贷已放款");
        var other = new AnsweringSender(SmsProvider.TENCENT, Handover.accepted("Ok", "", serial(), 1));

        assertThatThrownBy(() -> texts(other).sendNotification(push, account, PHONE, "云税贷已放款"))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(other.attempts).as("not even by a fault of ours").isEmpty();
    }

    @Test
    void what_an_attempt_was_is_never_changed_and_what_became_of_it_is_said_once() {
        UUID push = Ids.next();
        String serial = serial();
        texts(new AnsweringSender(SmsProvider.ALIYUN, Handover.accepted("OK", "", serial, 1)))
                .sendNotification(push, account, PHONE, "云税贷已放款");
        String change = "update sms_attempt set %s where push_id = '" + push + "'";
        for (String forbidden : List.of("provider = 'TENCENT'", "sent_at = now()", "price = 0", "account_id = null")) {
            assertThatThrownBy(() -> jdbc.sql(change.formatted(forbidden)).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> jdbc.sql(change.formatted("words = '别的'")).update())
                .rootCause()
                .hasMessageContaining("says once what became of it");

        assertThat(attempts.reported(
                        SmsProvider.ALIYUN,
                        List.of(new Receipt(null, serial, true, "DELIVERED", "用户接收成功", 1)),
                        Instant.now()))
                .isEqualTo(1);
        for (String forbidden : List.of("state = 'UNDELIVERED'", "parts = 9", "receipt_words = '空号'")) {
            assertThatThrownBy(() -> jdbc.sql(change.formatted(forbidden)).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageContaining("says once what became of it");
        }
        assertThat(states()).containsExactly("1 ALIYUN DELIVERED");
    }

    @Test
    void the_simulator_reports_what_it_took_and_says_that_it_is_simulated() {
        var simulator =
                new AnsweringSender(SmsProvider.SIMULATOR, Handover.accepted("OK", "模拟受理，未实际发送", serial(), null));
        Providers providers = new Providers(Clock.systemUTC(), new SimpleMeterRegistry()).with(simulator, 1);
        texts(simulator).sendNotification(Ids.next(), account, PHONE, "云税贷已放款");

        new SimulatedReports(jdbc, providers, attempts, Clock.systemUTC()).reportAll();

        assertThat(states()).containsExactly("1 SIMULATOR DELIVERED");
        assertThat(jdbc.sql("select receipt_words from sms_attempt where account_id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .contains("模拟");
    }

    @Test
    void what_it_comes_to_is_summed_up_by_provider_and_day_and_can_be_taken_out() {
        jdbc.sql("""
                        insert into sms_attempt (id, purpose, number, provider, state, parts, price, sent_at, receipt_at) values
                          (gen_random_uuid(), 'SIGN_IN', 1, 'ALIYUN', 'DELIVERED', 1, 0.0450, '2020-02-02T23:59:59+08', now()),
                          (gen_random_uuid(), 'NOTIFICATION', 1, 'ALIYUN', 'UNDELIVERED', 2, 0.0450, '2020-02-02T00:00:00+08', now()),
                          (gen_random_uuid(), 'NOTIFICATION', 1, 'ALIYUN', 'REFUSED', 2, 0.0450, '2020-02-02T00:00:00+08', null),
                          (gen_random_uuid(), 'NOTIFICATION', 1, 'ALIYUN', 'UNKNOWN', 1, 0.0450, '2020-02-02T00:00:00+08', null),
                          (gen_random_uuid(), 'NOTIFICATION', 1, 'TENCENT', 'ACCEPTED', 1, null, '2020-02-02T12:00:00+08', null),
                          (gen_random_uuid(), 'NOTIFICATION', 1, 'ALIYUN', 'ACCEPTED', 1, 0.0450, '2020-02-03T00:00:00+08', null)""").update();
        String day = "from=2020-02-02&to=2020-02-02";

        client.as(auditor)
                .get()
                .uri("/api/message/sms-attempts/days?" + day)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"total":2,"items":[
                          {"day":"2020-02-02","provider":"ALIYUN","attempts":4,"taken":2,"delivered":1,"undelivered":1,"refused":1,"unknown":1,"parts":3,"cost":0.1350},
                          {"day":"2020-02-02","provider":"TENCENT","attempts":1,"taken":1,"delivered":0,"undelivered":0,"refused":0,"unknown":0,"parts":1}]}""");
        assertThat(ExportedFile.of(client.as(auditor), "/api/message/sms-attempts/days/export?provider=ALIYUN&" + day)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("服务商", "阿里云短信").containsEntry("计费条数", "3"));
        assertThat(ExportedFile.of(
                                client.as(auditor),
                                "/api/message/sms-attempts/export?state=UNDELIVERED&sort=sentAt,asc&" + day)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("结果", "未送达").containsEntry("费用（元）", "0.09"));
    }

    private TextMessages texts(AnsweringSender... senders) {
        Providers providers = new Providers(Clock.systemUTC(), new SimpleMeterRegistry());
        for (AnsweringSender sender : senders) {
            providers.with(sender, 1);
        }
        SmsProperties properties = properties();
        return new TextMessages(
                new Handing(providers, attempts, properties, Clock.systemUTC()),
                properties,
                pushes,
                Clock.systemUTC(),
                "https://zhengqi.example",
                "");
    }

    private static SmsProperties properties() {
        Map<Purpose, String> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            templates.put(purpose, "1");
        }
        return new SmsProperties(
                Set.of(SmsProperties.Provider.ALIYUN, SmsProperties.Provider.TENCENT, SmsProperties.Provider.SUBMAIL),
                new SmsProperties.Aliyun(
                        URI.create("https://x"), "id", "key", "示例", templates, 1, new BigDecimal("0.0500"), TOKEN),
                new SmsProperties.Tencent(
                        URI.create("https://x"),
                        "id",
                        "key",
                        "1",
                        "r",
                        "示例",
                        templates,
                        1,
                        new BigDecimal("0.0450"),
                        TOKEN),
                new SmsProperties.Submail(
                        URI.create("https://x"), "id", "key", "示例", templates, 1, null, "my_subhook_key"),
                SmsProperties.Inquiry.USUAL);
    }

    private static String serial() {
        return "S" + Ids.next();
    }

    private static String report(String serial, String status, String code, String words) {
        return """
                {"user_receive_time":"2026-11-28 17:00:02","nationcode":"86","mobile":"%s","report_status":"%s","errmsg":"%s","description":"%s","sid":"%s"}""".formatted(PHONE, status, code, words, serial);
    }

    private SmsReceiptController.TencentAnswer tencent(String token, String reports) {
        return receipts.tencent(token, "[" + reports + "]");
    }

    private List<String> states() {
        return jdbc.sql(
                        "select number || ' ' || provider || ' ' || state from sms_attempt where account_id = ? order by sent_at, number")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> results() {
        var page = client.as(auditor)
                .get()
                .uri("/api/message/push-log?accountId={id}", account)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return json.readTree(page).path("items").values().stream()
                .map(item -> item.path("result").asString())
                .toList();
    }
}
