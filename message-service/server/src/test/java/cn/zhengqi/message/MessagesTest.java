package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.CredentialTakenAway;
import cn.zhengqi.auth.api.CredentialTakenAway.Credential;
import cn.zhengqi.auth.api.OpenApiKeyApplicationEnded;
import cn.zhengqi.auth.api.OpenApiKeyApplied;
import cn.zhengqi.auth.api.OpenApiKeyChanged;
import cn.zhengqi.auth.api.OpenApiKeyDecided;
import cn.zhengqi.auth.api.OpenApiKeyExpiring;
import cn.zhengqi.auth.api.OpenApiKeyRevoked;
import cn.zhengqi.auth.api.OutsideIdentityChanged;
import cn.zhengqi.auth.api.PasskeyChanged;
import cn.zhengqi.auth.api.PasswordResetByPhone;
import cn.zhengqi.auth.api.PhoneChanged;
import cn.zhengqi.auth.api.SignedInFromNewDevice;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.auth.api.WeChatBindingChanged;
import cn.zhengqi.auth.api.WebhookGone;
import cn.zhengqi.code.api.ClaimDecision;
import cn.zhengqi.code.api.CodeClaimDecided;
import cn.zhengqi.code.api.CodeClaimSubmitted;
import cn.zhengqi.code.api.CodeClaimWithdrawn;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeReissued;
import cn.zhengqi.code.api.CodeScanned;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.code.api.CodeStatusChanged.By;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.LoanApplicationAccepted;
import cn.zhengqi.finance.api.LoanApplicationApproved;
import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanApplicationWithdrawn;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.api.LoanParties;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.event.DomainEvent;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.PushResult;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestTokens;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.AccountFieldRevealed;
import cn.zhengqi.user.api.ColleagueInvited;
import cn.zhengqi.user.api.ColleagueStandingChanged;
import cn.zhengqi.user.api.ColleagueStandingChanged.Change;
import cn.zhengqi.user.api.EnterpriseHandedOver;
import cn.zhengqi.user.api.InstitutionApplicationDecided;
import cn.zhengqi.user.api.InstitutionApplied;
import cn.zhengqi.user.api.InstitutionType;
import cn.zhengqi.user.api.InvitationAccepted;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.user.api.MemberLeft;
import cn.zhengqi.web.CurrentUser;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@MessageServiceTest
class MessagesTest {

    private static final OffsetDateTime CLOSING = OffsetDateTime.parse("2026-12-04T17:30:00+08:00");

    /** Of today, so that a second more or less is the same day. */
    private static final Instant NOON = BusinessTime.dayOf(Instant.now())
            .atTime(12, 0)
            .atZone(BusinessTime.ZONE)
            .toInstant();

    private final String town = "town-" + Ids.next();
    private final UUID enterprise = Ids.next();
    private final UUID bank = Ids.next();
    private final CurrentUser owner = TestUsers.ofEnterprise(enterprise);
    private final CurrentUser colleague = TestUsers.ofEnterprise(enterprise);
    private final CurrentUser officer = TestUsers.ofBank(bank);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private Messages messages;

    @Autowired
    private Audience audience;

    @Autowired
    private PushLog pushLog;

    @Autowired
    private EventHandler<MemberLeft> memberGone;

    @Autowired
    private EventHandler<ColleagueStandingChanged> colleagueNotice;

    @Test
    void what_somebody_was_told_is_theirs_to_take_out_and_nobody_elses() {
        messages.tell(Set.of(owner.accountId()), Ids.next(), notice("给本人的消息"), Instant.now());

        client.as(owner)
                .get()
                .uri("/api/message/my/data")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(1)
                .jsonPath("$.messages[0].title")
                .isEqualTo("给本人的消息");
        client.as(officer)
                .get()
                .uri("/api/message/my/data")
                .exchange()
                .expectBody()
                .jsonPath("$.messages.length()")
                .isEqualTo(0);
    }

    @Test
    void those_who_handle_loans_learn_of_an_application_and_the_enterprise_that_it_arrived() {
        joined(colleague.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        UserService.lets(bank, "finance.application.handle", officer.accountId());
        UUID application = Ids.next();
        tell(submitted(application), Instant.now());

        await().untilAsserted(() -> assertThat(titles(officer)).containsExactly("新的融资申请待受理"));
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("融资申请已提交"));
        assertThat(titles(colleague)).containsExactly("融资申请已提交");
        assertThat(bodies(owner)).singleElement().asString().endsWith("银行将于 2026年12月4日 17:30 前答复。");
        assertThat(bodies(officer)).singleElement().asString().endsWith("请及时受理，并于 2026年12月4日 17:30 前答复。");
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .isEqualTo("/my/applications/" + application + "?of=" + enterprise)
                .jsonPath("$.items[0].body")
                .value(String.class, body -> assertThat(body).contains("申请金额 50 万元"));
    }

    @Test
    void whoever_signed_in_with_a_new_device_is_told() {
        tell(
                new SignedInFromNewDevice(
                        Ids.next(),
                        owner.accountId(),
                        "Chrome · Windows",
                        "203.0.113.7",
                        Instant.parse("2026-11-26T02:03:00Z")),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("新设备登录提醒"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .isEqualTo("/security")
                .jsonPath("$.items[0].body")
                .value(
                        String.class,
                        body -> assertThat(body).contains("11月26日 10:03", "Chrome · Windows", "203.0.113.7"));
    }

    @Test
    void whose_password_was_reset_by_the_phone_is_told_in_case_that_it_was_somebody_else() {
        tell(new PasswordResetByPhone(owner.accountId(), Instant.parse("2026-11-26T02:03:00Z")), Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("您的密码已被重置"));
        assertThat(bodies(owner))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("11月26日 10:03", "忘记密码", "非本人");
    }

    @Test
    void who_looks_after_a_key_hears_of_its_review_and_of_its_end() {
        UUID key = Ids.next();
        Instant now = Instant.now();
        tell(new OpenApiKeyDecided(key, "信贷系统", owner.accountId(), null, null, false, "用途不明确", now), now);
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("接口密钥申请未通过"));
        Instant end = BusinessTime.endOf(LocalDate.of(2026, 12, 31));
        tell(new OpenApiKeyExpiring(key, "zqk_x", "信贷系统", owner.accountId(), null, null, end), now.plusSeconds(1));
        await().untilAsserted(() -> assertThat(titles(owner)).hasSize(2).contains("接口密钥即将到期"));
        tell(new OpenApiKeyDecided(key, "信贷系统", colleague.accountId(), null, null, true, null, now), now);
        await().untilAsserted(() -> assertThat(titles(colleague)).containsExactly("接口密钥申请已通过"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].link")
                .isEqualTo(List.of("/center/openapi", "/center/openapi"))
                .jsonPath("$.items[*].body")
                .value(List.class, bodies -> assertThat(bodies.toString()).contains("用途不明确", "有效期至 2026年12月31日（含）"));
    }

    @Test
    void who_reviews_keys_is_asked_to_until_an_application_is_decided_or_needs_no_decision_any_more() {
        UserService.letsAnywhere("openapi.review", officer.accountId());
        UUID decided = Ids.next();
        UUID takenBack = Ids.next();
        Instant now = Instant.now();
        tell(new OpenApiKeyApplied(decided, "信贷系统", "重庆渝巴机械有限公司", now), 0);
        tell(new OpenApiKeyApplied(takenBack, "办事系统", "重庆渝巴机械有限公司", now), 0);
        await().untilAsserted(() -> assertThat(unread(officer)).isEqualTo(2));
        client.as(officer)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .value(String.class, link -> assertThat(link).startsWith("/openapi?id="))
                .jsonPath("$.items[*].body")
                .value(List.class, bodies -> assertThat(bodies.toString()).contains("信贷系统", "办事系统"));

        tell(new OpenApiKeyDecided(decided, "信贷系统", owner.accountId(), null, null, true, null, now), 1);
        await().untilAsserted(() -> assertThat(unread(officer)).isEqualTo(1));
        tell(new OpenApiKeyApplicationEnded(takenBack, now), 1);
        await().untilAsserted(() -> assertThat(unread(officer)).isZero());
    }

    @Test
    void of_an_enterprises_key_hear_those_who_administer_it_now_whoever_applied() {
        UUID gone = Ids.next();
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        joined(colleague.accountId(), enterprise, null, "ENTERPRISE_MEMBER");
        Instant now = Instant.now();
        tell(new OpenApiKeyExpiring(Ids.next(), "zqk_x", "信贷系统", gone, enterprise, null, now), now);

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("接口密钥即将到期"));
        assertThat(titles(colleague)).isEmpty();
    }

    @Test
    void who_looks_after_a_key_hears_that_it_was_revoked_and_why() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        Instant now = Instant.now();
        tell(new OpenApiKeyRevoked(Ids.next(), "信贷系统", Ids.next(), enterprise, null, "密钥疑似泄露", now), now);

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("接口密钥已被注销"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .isEqualTo("/center/openapi?of=" + enterprise)
                .jsonPath("$.items[0].body")
                .value(String.class, body -> assertThat(body).contains("信贷系统", "原因：密钥疑似泄露。"));
    }

    @Test
    void who_looks_after_a_key_of_an_institution_hears_that_its_webhook_was_switched_off_and_since_when() {
        UUID bank = Ids.next();
        UserService.lets(bank, "openapi.own", owner.accountId());
        Instant now = Instant.now();
        tell(new WebhookGone(Ids.next(), "信贷系统", Ids.next(), null, bank, now), now);

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("事件回调已停用"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .isEqualTo("/center/openapi")
                .jsonPath("$.items[0].body")
                .value(
                        String.class,
                        body -> assertThat(body)
                                .contains("信贷系统", "回答 410", BusinessTime.inWords(BusinessTime.dayOf(now))));
    }

    @Test
    void who_looks_after_a_key_hears_what_of_it_was_changed_and_why() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        Instant now = Instant.now();
        tell(
                new OpenApiKeyChanged(
                        Ids.next(), "信贷系统", Ids.next(), enterprise, null, "每分钟次数由 60 改为 120", "业务量增加", now),
                now);

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("接口密钥已被调整"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].body")
                .isEqualTo("信贷系统 的接口密钥已由平台调整：每分钟次数由 60 改为 120。原因：业务量增加。");
    }

    @Test
    void whoever_had_something_taken_from_the_account_by_others_is_told() {
        tell(
                new CredentialTakenAway(owner.accountId(), Credential.PASSWORD, Instant.parse("2026-11-26T02:03:00Z")),
                Instant.now());
        tell(
                new CredentialTakenAway(
                        owner.accountId(), Credential.SECOND_FACTOR, Instant.parse("2026-11-26T02:04:00Z")),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactlyInAnyOrder("您的密码已被重置", "您的两步验证已被解除"));
    }

    @Test
    void whose_account_gets_or_loses_a_passkey_is_told() {
        tell(new PasskeyChanged(owner.accountId(), "办公电脑", true, Instant.parse("2026-11-26T02:03:00Z")), Instant.now());
        tell(
                new PasskeyChanged(owner.accountId(), "办公电脑", false, Instant.parse("2026-11-26T02:04:00Z")),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactlyInAnyOrder("您的账号添加了通行密钥", "您的账号删除了通行密钥"));
    }

    @Test
    void whose_account_is_bound_elsewhere_or_gets_another_phone_is_told() {
        tell(new OutsideIdentityChanged(owner.accountId(), "渝快办", true, Instant.parse("2026-11-26T02:03:00Z")), 1);
        tell(new OutsideIdentityChanged(owner.accountId(), "渝快办", false, Instant.parse("2026-11-26T02:04:00Z")), 2);
        tell(new PhoneChanged(owner.accountId(), Instant.parse("2026-11-26T02:05:00Z")), 3);

        await().untilAsserted(() ->
                assertThat(titles(owner)).containsExactlyInAnyOrder("您的账号绑定了渝快办", "您的账号解绑了渝快办", "您的登录手机号已更换"));
    }

    @Test
    void whose_phone_was_shown_to_somebody_is_told_who_looked_and_why() {
        tell(
                new AccountFieldRevealed(
                        UUID.randomUUID(),
                        owner.accountId(),
                        "周系统",
                        "运营中心",
                        "手机号",
                        "用户来电核实身份",
                        Instant.parse("2026-11-26T02:03:00Z")),
                1);

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("您的手机号被查看"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].body")
                .value(String.class, body -> assertThat(body).contains("运营中心 周系统", "11月26日 10:03", "用户来电核实身份"));
    }

    @Test
    void whom_an_administrator_gives_or_takes_a_role_hands_the_enterprise_or_takes_out_of_it_is_told() {
        changed(Change.MADE_ADMIN);
        changed(Change.MADE_MEMBER);
        changed(Change.HANDED_OVER);
        changed(Change.REMOVED);

        await().untilAsserted(() -> assertThat(titles(colleague))
                .containsExactlyInAnyOrder("您已成为企业管理员", "您不再是企业管理员", "企业管理员已移交给您", "您已被移出企业"));
        assertThat(bodies(colleague)).allSatisfy(body -> assertThat(body).contains("管理甲 于 11月26日 10:03", "示例机械有限公司"));
        assertThat(titles(owner)).as("who did it").isEmpty();
        client.as(colleague)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .value(String.class, link -> assertThat(link).startsWith("/my/members?of="));
    }

    @Test
    void who_is_asked_into_an_enterprise_is_told_by_whom_and_until_when() {
        Instant asked = Instant.parse("2026-11-26T02:03:00Z");
        tell(
                new ColleagueInvited(
                        Ids.next(),
                        colleague.accountId(),
                        enterprise,
                        "示例机械有限公司",
                        owner.accountId(),
                        "管理甲",
                        asked,
                        asked.plus(Duration.ofDays(7))),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(colleague)).containsExactly("邀请您加入企业"));
        assertThat(bodies(colleague))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("管理甲 邀请您加入 示例机械有限公司，12月3日 10:03 前有效");
    }

    @Test
    void who_handed_an_enterprise_over_and_whose_invitation_was_accepted_is_told_by_whom() {
        Instant at = Instant.parse("2026-11-26T02:03:00Z");
        tell(
                new EnterpriseHandedOver(
                        Ids.next(), owner.accountId(), enterprise, "示例机械有限公司", colleague.accountId(), "成员乙", at),
                Instant.now());
        tell(
                new InvitationAccepted(
                        Ids.next(),
                        owner.accountId(),
                        enterprise,
                        "示例机械有限公司",
                        colleague.accountId(),
                        "成员乙",
                        "企业成员",
                        at),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactlyInAnyOrder("您已移交企业管理员", "您邀请的成员已加入"));
        assertThat(bodies(owner))
                .containsExactlyInAnyOrder(
                        "您于 11月26日 10:03 将 示例机械有限公司 的企业管理员移交给 成员乙，您已改为企业成员。如非本人操作，请立即修改密码，并联系 成员乙。",
                        "成员乙 于 11月26日 10:03 接受您的邀请，加入 示例机械有限公司，角色为企业成员。");
        assertThat(titles(colleague)).as("who did it").isEmpty();
    }

    @Test
    void a_removal_that_is_heard_of_twice_is_told_once() {
        ColleagueStandingChanged removed = standing(Change.REMOVED);
        EventMetadata heard =
                new EventMetadata(Ids.next(), "user.ColleagueStandingChanged", removed.changeId(), 0, Instant.now());
        for (int time = 1; time <= 2; time++) {
            transaction.executeWithoutResult(status -> colleagueNotice.handle(removed, heard));
        }

        assertThat(titles(colleague)).containsExactly("您已被移出企业");
    }

    private void changed(Change change) {
        tell(standing(change), Instant.now());
    }

    private ColleagueStandingChanged standing(Change change) {
        return new ColleagueStandingChanged(
                Ids.next(),
                colleague.accountId(),
                enterprise,
                "示例机械有限公司",
                change,
                owner.accountId(),
                "管理甲",
                Instant.parse("2026-11-26T02:03:00Z"));
    }

    @Test
    void whoever_has_a_wechat_bound_or_unbound_hears_of_it() {
        tell(new WeChatBindingChanged(owner.accountId(), true, Instant.parse("2026-11-26T02:03:00Z")), Instant.now());
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("您的账号已绑定微信"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].link")
                .isEqualTo("/security")
                .jsonPath("$.items[0].body")
                .value(String.class, body -> assertThat(body).contains("11月26日 10:03", "如非本人操作"));

        tell(new WeChatBindingChanged(owner.accountId(), false, Instant.parse("2026-11-26T02:04:00Z")), Instant.now());
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactlyInAnyOrder("您的账号已绑定微信", "您的账号已解绑微信"));
    }

    @Test
    void who_reviews_admissions_learns_of_a_chamber_that_asks_to_be_let_in_and_it_learns_what_they_say() {
        UserService.letsAnywhere("user.admission.review", officer.accountId());
        UUID application = Ids.next();
        tell(
                new InstitutionApplied(
                        application, owner.accountId(), InstitutionType.CHAMBER, "巴南区示例商会", Instant.now()),
                Instant.now());
        await().untilAsserted(() -> assertThat(titles(officer)).containsExactly("新的入驻申请待审核"));

        tell(
                new InstitutionApplicationDecided(
                        application,
                        owner.accountId(),
                        InstitutionType.CHAMBER,
                        "巴南区示例商会",
                        false,
                        "登记证书已过期",
                        Instant.now()),
                Instant.now());
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("入驻申请未通过"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].body")
                .value(String.class, body -> assertThat(body).contains("登记证书已过期"));
    }

    @Test
    void a_fact_of_last_month_is_no_news() {
        tell(decided(owner.accountId(), ClaimDecision.REJECTED), Instant.now().minus(Duration.ofDays(30)));
        tell(decided(owner.accountId(), ClaimDecision.RETURNED), Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).hasSize(1));
        assertThat(titles(owner)).containsExactly("领码申请被退回，请补充后重新提交");
    }

    @Test
    void what_was_sent_stays_in_the_log_when_its_receiver_deletes_it() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(ids(owner)).hasSize(1));
        client.as(owner)
                .delete()
                .uri("/api/message/my/messages/{id}", ids(owner).getFirst())
                .exchange()
                .expectStatus()
                .isNoContent();

        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?kind=CODE&accountId=" + owner.accountId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].title")
                .isEqualTo("领码申请已通过")
                .jsonPath("$.items[0].receiver")
                .isEqualTo("张三")
                .jsonPath("$.items[0].channel")
                .isEqualTo("IN_SITE");
        client.as(owner)
                .get()
                .uri("/api/message/push-log")
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThatThrownBy(() -> jdbc.sql("delete from push_log").update())
                .rootCause()
                .hasMessageContaining("keeps its entries for six months");
        assertThatThrownBy(() -> jdbc.sql("update push_log set title = 'x'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_log_of_what_was_sent_names_people_who_belong_to_nobody_yet() {
        CurrentUser newcomer = TestUsers.withoutEnterprise();
        transaction.executeWithoutResult(status -> outbox.publish(
                new UserRegistered(newcomer.accountId(), UserType.ENTERPRISE, "李新来", Channel.PC, Instant.now(), false),
                0));
        messages.tell(Set.of(newcomer.accountId()), Ids.next(), notice("给新用户的消息"), Instant.now());

        await().untilAsserted(() -> client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?accountId=" + newcomer.accountId())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].receiver")
                .isEqualTo("李新来"));
    }

    @Test
    void the_log_of_what_was_sent_names_people_as_they_are_called_now() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        messages.tell(Set.of(owner.accountId()), Ids.next(), notice("改名前的消息"), Instant.now());
        transaction.executeWithoutResult(status -> {
            outbox.publish(
                    new UserRegistered(owner.accountId(), UserType.ENTERPRISE, "张三", Channel.PC, Instant.now(), false),
                    0);
            outbox.publish(new AccountRenamed(owner.accountId(), "张三丰", Instant.now()), 2);
            outbox.publish(new AccountRenamed(owner.accountId(), "张三疯", Instant.now()), 1);
        });
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from inbox i join outbox o on o.id = i.event_id"
                                                + " where o.subject = ? and o.type like 'auth.%' and i.handler = ?")
                                        .params(owner.accountId(), "audience")
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(3));

        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri("/api/message/push-log?accountId=" + owner.accountId())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].receiver")
                .isEqualTo("张三丰");
    }

    @Test
    void reviewers_are_told_of_a_new_claim_because_of_what_they_may_do_whatever_their_role_is_called() {
        CurrentUser preset = TestUsers.ofDepartment(Ids.next());
        joined(preset.accountId(), null, preset.institutionId(), "CODE_REVIEWER");
        CurrentUser copied = TestUsers.ofDepartment(Ids.next());
        joined(copied.accountId(), null, copied.institutionId(), "R_CLAIMS");
        CurrentUser shorn = TestUsers.ofDepartment(Ids.next());
        joined(shorn.accountId(), null, shorn.institutionId(), "CODE_REVIEWER");
        UserService.letsAnywhere("code.claim.review", preset.accountId(), copied.accountId());
        tell(
                new CodeClaimSubmitted(
                        Ids.next(),
                        "LM1",
                        enterprise,
                        "重庆渝巴机械有限公司",
                        town,
                        owner.accountId(),
                        Channel.PC,
                        Instant.now(),
                        LocalDate.of(2026, 12, 4),
                        CLOSING),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(copied)).containsExactly("新的领码申请待审核"));
        assertThat(titles(preset)).containsExactly("新的领码申请待审核");
        assertThat(titles(shorn)).as("whose role allows it no more").isEmpty();
        assertThat(titles(owner)).as("who applied").containsExactly("领码申请已提交");
        assertThat(bodies(copied)).containsExactly("重庆渝巴机械有限公司提交了企业码领取申请（LM1），请于 2026年12月4日 17:30 前审核。");
        assertThat(bodies(owner)).containsExactly("重庆渝巴机械有限公司的领码申请（LM1）已提交。工作人员将于 2026年12月4日 17:30 前审核，结果会以消息告知。");
    }

    @Test
    void of_a_claim_those_are_told_whose_roles_reach_its_town() {
        CurrentUser ofThisTown = reviewer();
        CurrentUser ofAnotherTown = reviewer();
        UserService.letsIn(town, ScopedResource.CLAIM, "code.claim.review", ofThisTown.accountId());
        UserService.letsAnywhere("code.claim.review", ofThisTown.accountId(), ofAnotherTown.accountId());

        tell(submittedClaim(Ids.next()), 0);

        await().untilAsserted(() -> assertThat(titles(ofThisTown)).containsExactly("新的领码申请待审核"));
        assertThat(titles(ofAnotherTown)).isEmpty();
    }

    @Test
    void of_a_claim_from_before_towns_were_told_those_hear_who_reach_all() {
        CurrentUser everywhere = reviewer();
        CurrentUser ofAnotherTown = reviewer();
        UserService.letsWherever(ScopedResource.CLAIM, "code.claim.review", everywhere.accountId());
        UserService.letsAnywhere("code.claim.review", everywhere.accountId(), ofAnotherTown.accountId());

        tell(submittedClaim(Ids.next(), null), 0);

        await().untilAsserted(() -> assertThat(titles(everywhere)).containsExactly("新的领码申请待审核"));
        assertThat(titles(ofAnotherTown)).isEmpty();
    }

    @Test
    void who_was_asked_to_review_a_claim_is_asked_no_more_once_a_colleague_has_decided_it() {
        CurrentUser reviewer = reviewer();
        UUID claim = Ids.next();
        tell(submittedClaim(claim), 0);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isEqualTo(1));

        tell(decidedClaim(claim, ClaimDecision.RETURNED), 1);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isZero());
        client.as(reviewer)
                .get()
                .uri("/api/message/my/messages?read=true")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].title")
                .isEqualTo("新的领码申请待审核")
                .jsonPath("$.items[0].doneAt")
                .isNotEmpty()
                .jsonPath("$.items[0].readAt")
                .doesNotExist();

        // Handed in again, it waits again.
        tell(submittedClaim(claim), 2);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isEqualTo(1));
        client.as(reviewer)
                .get()
                .uri("/api/message/my/messages?read=false")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }

    @Test
    void whose_claim_ends_because_another_has_the_code_is_told_why_and_nobody_is_asked_to_review_it() {
        CurrentUser reviewer = reviewer();
        UUID claim = Ids.next();
        tell(submittedClaim(claim), 0);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isEqualTo(1));
        tell(
                new CodeClaimDecided(
                        claim,
                        "LM1",
                        enterprise,
                        "重庆渝巴机械有限公司",
                        owner.accountId(),
                        ClaimDecision.REJECTED,
                        "该企业的另一件领码申请已通过",
                        false,
                        Instant.now()),
                1);

        await().untilAsserted(() -> assertThat(titles(owner)).contains("领码申请未通过"));
        client.as(owner)
                .get()
                .uri("/api/message/my/messages")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].body")
                .value(bodies -> assertThat(bodies.toString()).contains("（LM1）不通过。原因：该企业的另一件领码申请已通过"));
        await().untilAsserted(() -> assertThat(unread(reviewer)).isZero());
    }

    @Test
    void a_claim_that_is_heard_of_after_its_decision_asks_for_nothing() {
        CurrentUser reviewer = reviewer();
        UUID claim = Ids.next();
        tell(decidedClaim(claim, ClaimDecision.APPROVED), 1);
        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("领码申请已通过"));
        tell(submittedClaim(claim), 0);

        await().untilAsserted(() -> assertThat(titles(reviewer)).containsExactly("新的领码申请待审核"));
        assertThat(unread(reviewer)).isZero();
    }

    @Test
    void who_was_asked_to_review_a_claim_is_asked_no_more_once_it_is_withdrawn() {
        CurrentUser reviewer = reviewer();
        UUID claim = Ids.next();
        tell(submittedClaim(claim), 0);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isEqualTo(1));

        tell(new CodeClaimWithdrawn(claim, "LM1", enterprise, owner.accountId(), Instant.now()), 1);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isZero());
        assertThat(titles(reviewer)).containsExactly("新的领码申请待审核");
    }

    @Test
    void the_bank_is_asked_for_an_application_until_an_officer_takes_it_up_or_it_is_withdrawn() {
        UserService.lets(bank, "finance.application.handle", officer.accountId());
        UUID taken = Ids.next();
        UUID withdrawn = Ids.next();
        tell(submitted(taken), 0);
        tell(submitted(withdrawn), 0);
        await().untilAsserted(() -> assertThat(unread(officer)).isEqualTo(2));

        tell(accepted(taken), 1);
        await().untilAsserted(() -> assertThat(unread(officer)).isEqualTo(1));
        tell(withdrawn(withdrawn), 1);
        // What is unread now is the news that it was withdrawn.
        await().untilAsserted(() -> assertThat(titles(officer)).contains("企业撤回了融资申请"));
        assertThat(unread(officer)).isEqualTo(1);
    }

    @Test
    void while_user_service_is_away_the_notice_to_the_bank_waits_and_is_told_once_and_the_enterprise_hears_at_once() {
        UserService.lets(bank, "finance.application.handle", officer.accountId());
        try (UserService.Away away = UserService.isAway()) {
            tell(submitted(Ids.next()), 0);
            await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("融资申请已提交"));
            await().until(() -> UserService.questionsAbout(bank) > 0);
            isDue(bank);
            await().untilAsserted(() -> assertThat(UserService.questionsAbout(bank))
                    .as("asked again")
                    .isGreaterThan(1));
            assertThat(titles(officer)).isEmpty();
        }
        isDue(bank);

        await().untilAsserted(() -> assertThat(titles(officer)).containsExactly("新的融资申请待受理"));
        assertThat(unread(officer)).isEqualTo(1);
        assertThat(waiting(bank)).isZero();
        assertThat(jdbc.sql("select count(*) from dead_letter where type like 'finance.%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void
            a_notice_to_a_desk_that_nobody_could_name_within_its_days_is_given_up_shown_to_operators_and_told_when_they_say_so() {
        UserService.lets(bank, "finance.application.handle", officer.accountId());
        UUID id;
        try (UserService.Away away = UserService.isAway()) {
            tell(submitted(Ids.next()), 0);
            await().untilAsserted(() -> assertThat(waiting(bank)).isEqualTo(1));
            jdbc.sql("update waiting_notice set tell_by = now() where institution_id = ?")
                    .param(bank)
                    .update();
            await().untilAsserted(() -> {
                isDue(bank);
                assertThat(waiting(bank)).isZero();
            });
            id = jdbc.sql("select id from waiting_notice where institution_id = ? and next_try_at = 'infinity'")
                    .param(bank)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .single();
        }
        assertThat(titles(officer)).isEmpty();
        CurrentUser operator = TestUsers.operator("message.undelivered.resend");
        client.as(operator)
                .get()
                .uri("/api/message/undelivered?channel=IN_SITE&title=新的融资申请待受理&size=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.messageId == '" + id + "')].receiver")
                .isEqualTo("岗位办理人员")
                .jsonPath("$.items[?(@.messageId == '" + id + "')].resendable")
                .isEqualTo(true);

        for (int told : List.of(1, 0)) {
            client.as(operator)
                    .post()
                    .uri("/api/message/undelivered/resend")
                    .header("Idempotency-Key", Ids.next().toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("ids", List.of(id)))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.resent")
                    .isEqualTo(told);
        }
        await().untilAsserted(() -> assertThat(titles(officer)).containsExactly("新的融资申请待受理"));
    }

    @Test
    void work_that_was_done_while_its_notice_waited_is_asked_of_nobody() {
        UserService.lets(bank, "finance.application.handle", officer.accountId());
        UUID application = Ids.next();
        try (UserService.Away away = UserService.isAway()) {
            tell(submitted(application), 0);
            tell(accepted(application), 1);
            await().untilAsserted(() -> assertThat(titles(owner)).contains("银行已受理融资申请"));
            await().untilAsserted(() -> assertThat(waiting(bank)).isEqualTo(1));
        }

        await().untilAsserted(() -> assertThat(titles(officer)).containsExactly("新的融资申请待受理"));
        assertThat(unread(officer)).isZero();
    }

    @Test
    void of_facts_that_are_no_news_nobody_asks_who_should_be_told() {
        UUID application = Ids.next();
        tell(submitted(application), Instant.now().minus(Duration.ofDays(30)));

        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from inbox i join outbox o on o.id = i.event_id"
                                                + " where o.subject = ? and i.handler = 'notices'")
                                        .param(application)
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(1));
        assertThat(waiting(bank)).isZero();
        assertThat(UserService.questionsAbout(bank)).isZero();
    }

    @Test
    void who_is_on_both_sides_of_an_application_is_told_on_each() {
        UserService.lets(bank, "finance.application.handle", owner.accountId());
        tell(submitted(Ids.next()), 0);

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactlyInAnyOrder("融资申请已提交", "新的融资申请待受理"));
    }

    /** Seconds, and then more, are gone since the last try. */
    private void isDue(UUID institution) {
        jdbc.sql("update waiting_notice set next_try_at = now() where institution_id = ? and ended_at is null")
                .param(institution)
                .update();
    }

    private long waiting(UUID institution) {
        return jdbc.sql("select count(*) from waiting_notice where institution_id = ? and ended_at is null")
                .param(institution)
                .query(Long.class)
                .single();
    }

    @Test
    void an_open_page_hears_that_work_is_done() throws Exception {
        CurrentUser reviewer = reviewer();
        UUID claim = Ids.next();
        tell(submittedClaim(claim), 0);
        await().untilAsserted(() -> assertThat(unread(reviewer)).isEqualTo(1));
        try (Page page = new Page(reviewer, null)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":1}"));
            tell(decidedClaim(claim, ClaimDecision.REJECTED), 1);
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":0}"));
        }
    }

    @Test
    void scans_of_a_day_by_one_officer_are_one_unread_message_that_counts_them() throws Exception {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        UUID one = Ids.next();
        UUID other = Ids.next();
        try (Page page = new Page(owner, null)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":0}"));
            tell(scanned(one, "李四"), NOON);
            tell(scanned(one, "李四"), NOON.plusSeconds(1));
            tell(scanned(other, "赵六"), NOON);
            tell(scanned(one, "李四"), NOON.plusSeconds(2));

            await().untilAsserted(() -> assertThat(bodies(owner))
                    .containsExactlyInAnyOrder("示例局的李四当天 3 次扫码查看了贵企业已授权的信息。", "示例局的赵六扫码查看了贵企业已授权的信息。"));
            await().untilAsserted(() -> assertThat(page.lines)
                    .contains("data:{\"count\":2}")
                    .anySatisfy(line -> assertThat(line).contains("当天 3 次")));
            assertThat(page.lines).doesNotContain("data:{\"count\":3}");
        }
        assertThat(jdbc.sql("select count(*) from push_log where account_id = ?")
                        .param(owner.accountId())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_scan_of_the_next_day_is_another_message_and_one_after_reading_makes_it_unread_again() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        UUID officer = Ids.next();
        tell(scanned(officer, "李四"), NOON.minus(Duration.ofDays(1)));
        tell(scanned(officer, "李四"), NOON);
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(2));

        post(owner, Map.of("all", true)).expectStatus().isOk();
        tell(scanned(officer, "李四"), NOON);

        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        assertThat(bodies(owner)).containsExactlyInAnyOrder("示例局的李四扫码查看了贵企业已授权的信息。", "示例局的李四当天 2 次扫码查看了贵企业已授权的信息。");
    }

    @Test
    void a_scan_that_is_heard_of_twice_counts_once_and_the_count_outlives_a_deleted_message() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        UUID officer = Ids.next();
        UUID event = transaction.execute(status -> outbox.publish(scanned(officer, "李四"), 1, NOON));
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        jdbc.sql("update outbox set published_at = null where id = ?")
                .param(event)
                .update();
        tell(scanned(officer, "李四"), NOON);
        await().untilAsserted(() ->
                assertThat(bodies(owner)).singleElement().asString().contains("当天 2 次"));

        messages.delete(owner.accountId(), ids(owner).getFirst());
        tell(scanned(officer, "李四"), NOON);

        await().untilAsserted(() -> assertThat(bodies(owner)).containsExactly("示例局的李四当天 3 次扫码查看了贵企业已授权的信息。"));
    }

    private CodeScanned scanned(UUID scanner, String name) {
        return new CodeScanned(Ids.next(), enterprise, scanner, name, "示例局", NOON);
    }

    @Test
    void the_enterprise_is_told_that_its_code_was_frozen_or_reissued_and_why() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        await().untilAsserted(() -> assertThat(audience.enterprise(enterprise)).containsExactly(owner.accountId()));
        UUID code = Ids.next();
        tell(statusChanged(code, CodeStatus.ACTIVE, CodeStatus.FROZEN, CodeLevel.NORMAL, "企业申请暂停使用"), Instant.now());
        tell(new CodeReissued(code, enterprise, "重庆渝巴机械有限公司", "QY1", "QY2", "印制的码遗失", Instant.now()), Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactlyInAnyOrder("企业码状态有变更", "企业码已换发"));
        assertThat(bodies(owner)).contains("企业码已冻结，解冻前不能出示。原因：企业申请暂停使用");
    }

    @Test
    void of_a_code_that_was_changed_the_enterprise_reads_what_was_done_and_not_what_was_left_as_it_was() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        await().untilAsserted(() -> assertThat(audience.enterprise(enterprise)).containsExactly(owner.accountId()));

        tell(statusChanged(Ids.next(), CodeStatus.FROZEN, CodeStatus.ACTIVE, CodeLevel.KEY, "企业申请恢复使用"), Instant.now());
        tell(statusChanged(Ids.next(), CodeStatus.FROZEN, CodeStatus.FROZEN, CodeLevel.WARNED, "未公示年报"), Instant.now());
        tell(statusChanged(Ids.next(), null, CodeStatus.FROZEN, CodeLevel.NORMAL, "以前的事件"), Instant.now());

        await().untilAsserted(() -> assertThat(bodies(owner))
                .containsExactlyInAnyOrder(
                        "企业码已解冻，可以正常使用。原因：企业申请恢复使用", "企业码级别调整为预警。原因：未公示年报", "企业码已冻结，级别为正常。原因：以前的事件"));
    }

    @Test
    void of_which_enterprise_a_code_was_changed_and_on_whose_side_is_said_and_staff_are_not_named() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        await().untilAsserted(() -> assertThat(audience.enterprise(enterprise)).containsExactly(owner.accountId()));

        tell(changedBy(CodeStatus.FROZEN, By.STAFF, null), Instant.now());
        tell(changedBy(CodeStatus.REVOKED, By.ENTERPRISE, "管理甲"), Instant.now());
        tell(changedBy(CodeStatus.REVOKED, By.PLATFORM, null), Instant.now());

        await().untilAsserted(() -> assertThat(bodies(owner))
                .containsExactlyInAnyOrder(
                        "示例机械有限公司的企业码已冻结，解冻前不能出示。办理人：工作人员。原因：测试",
                        "示例机械有限公司的企业码已注销。办理人：企业管理员 管理甲。原因：测试",
                        "示例机械有限公司的企业码已注销。办理人：平台。原因：测试"));
    }

    private CodeStatusChanged changedBy(CodeStatus status, By by, @Nullable String name) {
        return new CodeStatusChanged(
                Ids.next(),
                enterprise,
                status,
                CodeStatus.ACTIVE,
                CodeLevel.NORMAL,
                "测试",
                Instant.now(),
                "示例机械有限公司",
                by,
                name == null ? null : owner.accountId(),
                name);
    }

    private CodeStatusChanged statusChanged(
            UUID code, @Nullable CodeStatus before, CodeStatus now, CodeLevel level, String reason) {
        return new CodeStatusChanged(code, enterprise, now, before, level, reason, Instant.now());
    }

    @Test
    void who_left_the_enterprise_is_told_no_more_also_when_the_leaving_is_heard_first() {
        UUID left = Ids.next();
        UUID leftFirst = Ids.next();
        joined(left, enterprise, null, "ENTERPRISE_ADMIN");
        left(left, 2);
        left(leftFirst, 2);
        joined(leftFirst, enterprise, null, "ENTERPRISE_ADMIN");

        assertThat(audience.enterprise(enterprise)).doesNotContain(left, leftFirst);
    }

    @Test
    void who_left_the_enterprise_is_not_told_of_what_they_applied_for_in_its_name_either() {
        UUID left = Ids.next();
        UUID notKnownYet = Ids.next();
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        joined(left, enterprise, null, "ENTERPRISE_ADMIN");
        assertThat(audience.enterprise(enterprise, left)).containsExactlyInAnyOrder(owner.accountId(), left);

        left(left, 2);

        assertThat(audience.enterprise(enterprise, left)).containsExactly(owner.accountId());
        assertThat(audience.enterprise(enterprise, notKnownYet))
                .containsExactlyInAnyOrder(owner.accountId(), notKnownYet);
    }

    @Test
    void what_goes_on_after_everybody_lost_the_enterprise_is_told_to_who_applied_for_it_until_somebody_belongs_again() {
        UUID colleague = Ids.next();
        UUID successor = Ids.next();
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        joined(colleague, enterprise, null, "ENTERPRISE_ADMIN");
        Instant revoked = Instant.now();
        left(owner.accountId(), 2, revoked);
        left(colleague, 2, revoked);

        assertThat(audience.enterprise(enterprise, owner.accountId())).containsExactly(owner.accountId());
        assertThat(audience.enterprise(enterprise)).isEmpty();

        joined(successor, enterprise, null, "ENTERPRISE_ADMIN");

        assertThat(audience.enterprise(enterprise, owner.accountId())).containsExactly(successor);
    }

    @Test
    void who_was_taken_out_of_the_enterprise_before_is_told_nothing_more_when_the_others_lose_it_too() {
        UUID removed = Ids.next();
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        joined(removed, enterprise, null, "ENTERPRISE_ADMIN");
        Instant revoked = Instant.now();
        left(removed, 2, revoked.minus(60, ChronoUnit.DAYS));
        left(owner.accountId(), 2, revoked);

        assertThat(audience.enterprise(enterprise, removed)).isEmpty();
        assertThat(audience.enterprise(enterprise, owner.accountId())).containsExactly(owner.accountId());
    }

    @Test
    void who_lost_the_enterprise_with_its_code_is_told_so_also_when_the_leaving_is_heard_first() {
        Instant revoked = Instant.now();
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        memberGone.handle(
                new MemberLeft(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN", revoked),
                new EventMetadata(Ids.next(), "user.MemberLeft", owner.accountId(), 2, revoked));

        tell(
                new CodeStatusChanged(
                        Ids.next(),
                        enterprise,
                        CodeStatus.REVOKED,
                        CodeStatus.ACTIVE,
                        CodeLevel.NORMAL,
                        "冒名领取",
                        revoked),
                revoked);

        await().untilAsserted(() -> assertThat(bodies(owner)).contains("企业码已注销。原因：冒名领取"));
    }

    @Test
    void reading_one_reading_all_and_deleting_change_the_unread_number() {
        for (int claim = 0; claim < 3; claim++) {
            tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        }
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(3));
        List<UUID> ids = ids(owner);

        post(owner, Map.of("ids", List.of(ids.getFirst()))).expectStatus().isOk();
        assertThat(unread(owner)).isEqualTo(2);

        client.as(owner)
                .delete()
                .uri("/api/message/my/messages/{id}", ids.get(1))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(unread(owner)).isEqualTo(1);

        post(owner, Map.of("all", true)).expectStatus().isOk();
        assertThat(unread(owner)).isZero();
        client.as(owner)
                .get()
                .uri("/api/message/my/messages?read=true&kind=CODE&q=通过")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
    }

    @Test
    void a_percent_sign_is_looked_for_and_does_not_find_everything() {
        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));

        assertThat(found("通过")).isEqualTo(1);
        assertThat(found("%")).isZero();
        assertThat(found("_")).isZero();
    }

    private int found(String words) {
        int[] total = new int[1];
        client.as(owner)
                .get()
                .uri("/api/message/my/messages?q={words}", words)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .value(Integer.class, count -> total[0] = count);
        return total[0];
    }

    @Test
    void the_message_of_another_person_can_neither_be_seen_nor_read_nor_deleted() {
        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        UUID id = ids(owner).getFirst();

        client.as(colleague)
                .get()
                .uri("/api/message/my/messages/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(colleague)
                .delete()
                .uri("/api/message/my/messages/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        post(colleague, Map.of("ids", List.of(id))).expectStatus().isOk();
        assertThat(unread(owner)).isEqualTo(1);
    }

    @Test
    void marking_neither_some_nor_all_is_refused() {
        post(owner, Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED");
        post(owner, Map.of("all", true, "ids", List.of(Ids.next())))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void an_open_page_sees_the_number_at_once_and_each_message_as_it_comes() throws Exception {
        try (Page page = new Page(owner, null)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":0}"));
            tell(approved(), Instant.now());

            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":1}"));
            assertThat(page.lines).contains("event:message");
            assertThat(page.lines)
                    .anySatisfy(line -> assertThat(line).contains("融资申请审批通过", "3.85%", "授信有效期至 2027年11月28日"));

            post(owner, Map.of("all", true)).expectStatus().isOk();
            await().untilAsserted(() -> assertThat(page.lines.stream().filter("data:{\"count\":0}"::equals))
                    .hasSize(2));
        }
    }

    @Test
    void a_page_that_comes_back_gets_what_it_missed() throws Exception {
        tell(decided(owner.accountId(), ClaimDecision.REJECTED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        long seen = numberOfOnly(owner);
        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(2));

        try (Page page = new Page(owner, seen)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":2}"));
            assertThat(page.lines).anySatisfy(line -> assertThat(line).contains("领码申请已通过"));
            assertThat(page.lines).noneSatisfy(line -> assertThat(line).contains("领码申请未通过"));
        }
    }

    @Test
    void a_page_that_had_no_message_yet_gets_the_one_that_came_while_it_was_away_and_gets_it_once() throws Exception {
        tell(decided(owner.accountId(), ClaimDecision.REJECTED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(1));
        long stood;
        try (Page page = new Page(owner, null)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":1}"));
            assertThat(page.lines).as("what was there before is in the list").doesNotContain("event:message");
            stood = page.stands();
        }

        tell(decided(owner.accountId(), ClaimDecision.APPROVED), Instant.now());
        await().untilAsserted(() -> assertThat(unread(owner)).isEqualTo(2));

        long went;
        try (Page page = new Page(owner, stood)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":2}"));
            assertThat(page.lines).filteredOn("event:message"::equals).hasSize(1);
            assertThat(page.lines).anySatisfy(line -> assertThat(line).contains("领码申请已通过"));
            went = page.stands();
        }
        try (Page page = new Page(owner, went)) {
            await().untilAsserted(() -> assertThat(page.lines).contains("data:{\"count\":2}"));
            assertThat(page.lines).doesNotContain("event:message");
        }
    }

    @Test
    void a_message_that_is_committed_late_is_not_numbered_before_one_that_a_page_has_seen() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                messages.tell(Set.of(owner.accountId()), Ids.next(), notice("慢的"), Instant.now());
                written.countDown();
                waitFor(commit);
            }));
            written.await();
            Future<?> quick = threads.submit(() -> transaction.executeWithoutResult(
                    status -> messages.tell(Set.of(owner.accountId()), Ids.next(), notice("快的"), Instant.now())));
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                    .query(Long.class)
                                    .single())
                    .isPositive());
            assertThat(titles(owner)).isEmpty();
            commit.countDown();
            slow.get();
            quick.get();
        }

        assertThat(messages.since(owner.accountId(), 0, 10))
                .extracting(it -> it.message().title())
                .containsExactly("慢的", "快的");
    }

    @Test
    void what_is_heard_for_a_closed_account_is_kept_nowhere_whether_it_comes_before_or_after() {
        tell(decided(owner.accountId(), ClaimDecision.REJECTED), Instant.now());
        await().untilAsserted(() -> assertThat(titles(owner)).hasSize(1));

        transaction.executeWithoutResult(
                status -> outbox.publish(new AccountClosed(owner.accountId(), Instant.now()), 1));
        await().untilAsserted(() -> assertThat(titles(owner)).isEmpty());
        messages.tell(Set.of(owner.accountId(), colleague.accountId()), Ids.next(), notice("很晚才到的消息"), Instant.now());

        assertThat(titles(owner)).isEmpty();
        assertThat(titles(colleague)).containsExactly("很晚才到的消息");
        assertThat(jdbc.sql("select count(*) from push_log where account_id = ?")
                        .param(owner.accountId())
                        .query(Long.class)
                        .single())
                .as("what was sent before")
                .isEqualTo(1);
    }

    @Test
    void a_message_that_is_being_written_while_the_account_is_closed_does_not_stay() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> telling = threads.submit(() -> transaction.executeWithoutResult(status -> {
                messages.tell(Set.of(owner.accountId()), Ids.next(), notice("正在写的"), Instant.now());
                written.countDown();
                waitFor(commit);
            }));
            written.await();
            Future<?> closing = threads.submit(() -> messages.forget(owner.accountId(), Instant.now()));
            await().untilAsserted(() -> assertThat(
                            jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                    .query(Long.class)
                                    .single())
                    .isPositive());
            commit.countDown();
            telling.get();
            closing.get();
        }

        assertThat(titles(owner)).isEmpty();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Notice notice(String title) {
        return new Notice(MessageKind.SYSTEM, title, "正文", null);
    }

    /** A page of a browser: the lines of its event stream. */
    private final class Page implements AutoCloseable {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final HttpClient http = HttpClient.newHttpClient();

        Page(CurrentUser user, Long last) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(client.baseUrl() + "/api/message/my/stream"))
                    .header("Authorization", "Bearer " + TestTokens.of(user))
                    .header("Accept", "text/event-stream");
            if (last != null) {
                request.header("Last-Event-ID", last.toString());
            }
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (Exception closed) {
                    // The test has seen enough.
                }
            });
        }

        /** What it says when it comes back. */
        long stands() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .mapToLong(line -> Long.parseLong(line.substring("id:".length())))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private RestTestClient.ResponseSpec post(CurrentUser user, Map<String, Object> body) {
        return client.as(user)
                .post()
                .uri("/api/message/my/messages/read")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<String> titles(CurrentUser user) {
        return jdbc.sql("select title from message where account_id = ? order by id")
                .param(user.accountId())
                .query(String.class)
                .list();
    }

    private List<String> bodies(CurrentUser user) {
        return jdbc.sql("select body from message where account_id = ? order by seq")
                .param(user.accountId())
                .query(String.class)
                .list();
    }

    private List<UUID> ids(CurrentUser user) {
        return jdbc.sql("select id from message where account_id = ? order by id")
                .param(user.accountId())
                .query(UUID.class)
                .list();
    }

    private long numberOfOnly(CurrentUser user) {
        return jdbc.sql("select seq from message where account_id = ?")
                .param(user.accountId())
                .query(Long.class)
                .single();
    }

    private long unread(CurrentUser user) {
        return messages.unread(user.accountId());
    }

    private CurrentUser reviewer() {
        CurrentUser reviewer = TestUsers.ofDepartment(Ids.next());
        UserService.letsAnywhere("code.claim.review", reviewer.accountId());
        return reviewer;
    }

    private void joined(UUID account, UUID enterpriseId, UUID institutionId, String role) {
        tell(new MemberJoined(account, "张三", enterpriseId, institutionId, role, Instant.now()), Instant.now());
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from member where account_id = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    private void left(UUID account, long version) {
        left(account, version, Instant.now());
    }

    private void left(UUID account, long version, Instant at) {
        MemberLeft left = new MemberLeft(account, enterprise, null, "ENTERPRISE_ADMIN", at);
        memberGone.handle(left, new EventMetadata(Ids.next(), "user.MemberLeft", account, version, Instant.now()));
    }

    private void tell(DomainEvent event, long version) {
        transaction.executeWithoutResult(status -> outbox.publish(event, version, Instant.now()));
    }

    private void tell(DomainEvent event, Instant at) {
        transaction.executeWithoutResult(status -> outbox.publish(event, 1, at));
    }

    private CodeClaimSubmitted submittedClaim(UUID claim) {
        return submittedClaim(claim, town);
    }

    private CodeClaimSubmitted submittedClaim(UUID claim, @Nullable String town) {
        return new CodeClaimSubmitted(
                claim,
                "LM1",
                enterprise,
                "重庆渝巴机械有限公司",
                town,
                owner.accountId(),
                Channel.PC,
                Instant.now(),
                LocalDate.of(2026, 12, 4),
                CLOSING);
    }

    private CodeClaimDecided decidedClaim(UUID claim, ClaimDecision decision) {
        return new CodeClaimDecided(
                claim, "LM1", enterprise, "重庆渝巴机械有限公司", owner.accountId(), decision, "授权书印章不清", null, Instant.now());
    }

    private LoanApplicationAccepted accepted(UUID id) {
        return new LoanApplicationAccepted(parties(id), Instant.now());
    }

    private LoanApplicationWithdrawn withdrawn(UUID id) {
        return new LoanApplicationWithdrawn(parties(id), Instant.now());
    }

    private CodeClaimDecided decided(UUID applicant, ClaimDecision decision) {
        return new CodeClaimDecided(
                Ids.next(), "LM1", enterprise, "重庆渝巴机械有限公司", applicant, decision, "授权书印章不清", null, Instant.now());
    }

    private LoanApplicationSubmitted submitted(UUID id) {
        return new LoanApplicationSubmitted(
                parties(id),
                "信用贷款",
                "500113004",
                new BigDecimal("500000.00"),
                LoanKind.FIRST,
                Channel.PC,
                Instant.now(),
                LocalDate.of(2026, 12, 4),
                CLOSING);
    }

    private LoanApplicationApproved approved() {
        return new LoanApplicationApproved(
                parties(Ids.next()),
                new BigDecimal("400000.00"),
                new BigDecimal("3.8500"),
                12,
                LoanKind.FIRST,
                LocalDate.of(2027, 11, 28),
                Instant.now());
    }

    private LoanParties parties(UUID id) {
        return new LoanParties(
                id, "RZ1", Ids.next(), "云税贷", bank, "测试银行", enterprise, "重庆渝巴机械有限公司", owner.accountId(), false);
    }

    @Test
    void a_disbursement_is_told_with_its_day_in_words() {
        joined(owner.accountId(), enterprise, null, "ENTERPRISE_ADMIN");
        tell(
                new LoanDisbursed(
                        parties(Ids.next()),
                        Ids.next(),
                        new BigDecimal("150000.00"),
                        new BigDecimal("150000.00"),
                        LocalDate.of(2026, 11, 6),
                        Instant.now()),
                Instant.now());

        await().untilAsserted(() -> assertThat(titles(owner)).containsExactly("贷款已放款"));
        assertThat(jdbc.sql("select body from message where account_id = ?")
                        .param(owner.accountId())
                        .query(String.class)
                        .single())
                .isEqualTo("测试银行于 2026年11月6日发放“云税贷”15 万元，累计放款 15 万元。");
    }

    @Test
    void the_log_of_what_was_sent_is_narrowed_by_result_way_and_receiver_and_taken_out_which_goes_on_record() {
        CurrentUser receiver = TestUsers.withoutEnterprise();
        transaction.executeWithoutResult(status -> outbox.publish(
                new UserRegistered(receiver.accountId(), UserType.ENTERPRISE, "周收件", Channel.PC, Instant.now(), false),
                0));
        messages.tell(Set.of(receiver.accountId()), Ids.next(), notice("=站内提醒"), Instant.now());
        pushLog.sent(
                Ids.next(),
                receiver.accountId(),
                PushChannel.SMS,
                PushResult.FAILED,
                MessageKind.SYSTEM,
                "登录验证码",
                Instant.now());
        CurrentUser auditor = TestUsers.operator("message.push-log.read");
        String path = "/api/message/push-log/export?accountId=" + receiver.accountId();
        await().untilAsserted(
                        () -> assertThat(ExportedFile.of(client.as(auditor), "/api/message/push-log/export?receiver=周收")
                                        .rows())
                                .isNotEmpty());

        ExportedFile all = ExportedFile.of(client.as(auditor), path + "&sort=sentAt,asc");
        assertThat(all.column("标题")).containsExactly("=站内提醒", "登录验证码");
        assertThat(all.column("结果")).containsExactly("已送达", "发送失败");
        assertThat(all.column("接收人")).containsOnly("周收件");
        assertThat(ExportedFile.of(client.as(auditor), path + "&result=FAILED").column("方式"))
                .containsExactly("短信");
        assertThat(ExportedFile.of(client.as(auditor), path + "&channel=IN_SITE")
                        .column("标题"))
                .containsExactly("=站内提醒");
        client.as(auditor)
                .get()
                .uri("/api/message/push-log?result=FAILED&accountId=" + receiver.accountId())
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].result")
                .isEqualTo("FAILED");
        for (String way : List.of("", "/export")) {
            client.as(auditor)
                    .get()
                    .uri("/api/message/push-log" + way + "?sort=title,asc")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED");
        }
        client.as(owner).get().uri(path).exchange().expectStatus().isForbidden();
        assertThat(jdbc.sql("select count(*) from outbox where type = 'audit.ChangeRecorded'"
                                + " and data ->> 'action' = 'PUSH_LOG_EXPORTED' and data -> 'actor' ->> 'id' = ?")
                        .param(auditor.accountId().toString())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
