package cn.zhengqi.message.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.auth.api.wechat.InternalWeChat;
import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.matching.api.tag.EnterpriseSize;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Circles;
import cn.zhengqi.message.audience.Conditions;
import cn.zhengqi.message.audience.Conditions.Target;
import cn.zhengqi.message.audience.Holders;
import cn.zhengqi.message.audience.Meant;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.UserService;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import cn.zhengqi.message.push.PushChannel;
import cn.zhengqi.message.push.PushLog;
import cn.zhengqi.message.push.TextReported;
import cn.zhengqi.message.push.WayEnded;
import cn.zhengqi.message.sms.TextMessages;
import cn.zhengqi.message.ways.Choice;
import cn.zhengqi.message.ways.Preferences;
import cn.zhengqi.message.ways.Quiet;
import cn.zhengqi.message.ways.Terms;
import cn.zhengqi.message.wechat.WeChatTries;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRegistered;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.MemberJoined;
import cn.zhengqi.user.api.MemberLeft;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.JsonPathAssertions;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** For more than three people a second person approves here. */
@MessageServiceTest
class NotificationsTest {

    private static final String PATH = "/api/message/notifications";

    private final CurrentUser author = TestUsers.operator(
            "message.notification.read", "message.notification.manage", "message.notification.approve");
    private final CurrentUser approver =
            TestUsers.operator("message.notification.read", "message.notification.approve");

    private final UUID enterprise = Ids.next();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceClient client;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Circles circles;

    @Autowired
    private NotificationSending sending;

    @Autowired
    private NotificationMapper notifications;

    @Autowired
    private Receivers receivers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Holders holders;

    @Autowired
    private Messages messages;

    @Autowired
    private PushLog pushes;

    @Autowired
    private Preferences preferences;

    @Autowired
    private NotificationSettings settings;

    @Autowired
    private Strangers strangers;

    // ---------------------------------------------------------------- audience

    @Test
    void whom_conditions_mean_is_known_from_what_the_other_services_tell() {
        UUID admin = Ids.next();
        UUID member = Ids.next();
        UUID disabled = Ids.next();
        UUID left = Ids.next();
        UUID closed = Ids.next();
        UUID code = Ids.next();
        transaction.executeWithoutResult(status -> {
            for (UUID one : List.of(admin, member, disabled, left, closed)) {
                outbox.publish(new UserRegistered(one, UserType.ENTERPRISE, "张三", Channel.PC, Instant.now(), false), 0);
                outbox.publish(
                        new MemberJoined(
                                one,
                                "张三",
                                enterprise,
                                null,
                                one.equals(admin) ? "ENTERPRISE_ADMIN" : "ENTERPRISE_MEMBER",
                                Instant.now()),
                        1);
            }
            outbox.publish(registered(), 1);
            outbox.publish(new CodeIssued(code, enterprise, "企业", "u", admin, "张三", "T1", "C3484", Instant.now()), 1);
            outbox.publish(new AccountStatusChanged(disabled, false, Instant.now()), 2);
            outbox.publish(new MemberLeft(left, enterprise, null, "ENTERPRISE_MEMBER", Instant.now()), 2);
            outbox.publish(new AccountClosed(closed, Instant.now()), 2);
        });

        Conditions all = ofEnterprise(false, null);
        await().untilAsserted(() -> assertThat(people(all)).containsExactlyInAnyOrder(admin, member));
        await().untilAsserted(
                        () -> assertThat(people(ofEnterprise(false, true))).hasSize(2));
        assertThat(people(ofEnterprise(true, null))).containsExactly(admin);
        assertThat(people(ofEnterprise(false, false))).isEmpty();
        assertThat(people(in(List.of("T1"), List.of("C")))).hasSize(2);
        assertThat(people(in(List.of("T2"), List.of()))).isEmpty();
        assertThat(people(in(List.of(), List.of("I")))).isEmpty();

        transaction.executeWithoutResult(status -> {
            outbox.publish(
                    new CodeStatusChanged(
                            code,
                            enterprise,
                            CodeStatus.REVOKED,
                            CodeStatus.ACTIVE,
                            CodeLevel.NORMAL,
                            "解绑",
                            Instant.now()),
                    2);
            outbox.publish(new AccountStatusChanged(disabled, true, Instant.now()), 3);
        });
        await().untilAsserted(() -> assertThat(people(all)).containsExactlyInAnyOrder(admin, member, disabled));
        await().untilAsserted(
                        () -> assertThat(people(ofEnterprise(false, false))).hasSize(3));
        assertThat(circles.enterprises(List.of(enterprise)))
                .extracting(Circles.Named::name)
                .containsExactly("重庆接收范围有限公司");
    }

    @Test
    void who_registered_for_an_enterprise_and_claimed_none_is_found_and_told_as_not_certified() {
        UUID registered = account(UserType.ENTERPRISE);
        UUID officer = account(UserType.BANK);
        UUID left = member(enterprise, "ENTERPRISE_MEMBER");
        UUID member = member(enterprise, "ENTERPRISE_ADMIN");
        jdbc.sql("update member set belongs = false where account_id = ?")
                .param(left)
                .update();

        assertThat(everyone(certified(false))).contains(registered, left).doesNotContain(officer);
        assertThat(everyone(certified(null))).contains(registered, left, member).doesNotContain(officer);
        assertThat(everyone(certified(true))).doesNotContain(registered, left);
        assertThat(everyone(ofEnterprise(false, false)))
                .as("of which enterprise they are, nobody knows")
                .doesNotContain(registered, left);
        assertThat(everyone(in(List.of("T1"), List.of()))).doesNotContain(registered);

        post(author, "/count", certified(false))
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(everyone(certified(false)).size());
        UUID id = draft(content(List.of("IN_SITE"), certified(false)));
        transaction.executeWithoutResult(status -> {
            receivers.fix(id, meant(certified(false)), List.of(PushChannel.IN_SITE));
            assertThat(jdbc.sql("select account_id from notification_receiver where notification_id = ?")
                            .param(id)
                            .query(UUID.class)
                            .list())
                    .hasSameElementsAs(everyone(certified(false)));
            status.setRollbackOnly();
        });
    }

    private List<UUID> everyone(Conditions conditions) {
        Conditions.Query query = meant(conditions).query();
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query(UUID.class)
                .list();
    }

    private static Conditions certified(@Nullable Boolean whether) {
        return new Conditions(
                Target.ENTERPRISES,
                List.of(),
                false,
                List.of(),
                List.of(),
                whether,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void people_are_counted_once_however_many_enterprises_and_institutions_they_belong_to() {
        UUID both = member(enterprise, "ENTERPRISE_ADMIN");
        UUID another = Ids.next();
        enterprise(another);
        belongs(both, another, null, "ENTERPRISE_ADMIN");
        belongs(both, enterprise, null, "ENTERPRISE_MEMBER");
        UUID bank = Ids.next();
        UUID officer = account(UserType.BANK);
        belongs(officer, null, bank, "BANK_OFFICER");
        belongs(officer, null, bank, "INSTITUTION_ADMIN");

        assertThat(circles.count(meant(enterprises(List.of(enterprise, another)))))
                .isEqualTo(1);
        assertThat(circles.count(meant(new Conditions(
                        Target.INSTITUTIONS,
                        List.of(UserType.BANK),
                        false,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(bank),
                        List.of(),
                        List.of()))))
                .isEqualTo(1);
        long accounts = circles.count(meant(accounts(List.of())));
        assertThat(circles.count(meant(accounts(List.of(UserType.BANK))))).isLessThan(accounts);

        post(author, "/count", enterprises(List.of(enterprise, another)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(1)
                .jsonPath("$.weChat")
                .isEqualTo(1)
                .jsonPath("$.needsApproval")
                .isEqualTo(false);
        try (UserService.Away away = UserService.saysNotWhoIsReached()) {
            post(author, "/count", enterprises(List.of(enterprise)))
                    .expectBody()
                    .jsonPath("$.people")
                    .isEqualTo(1)
                    .jsonPath("$.weChat")
                    .doesNotExist();
        }
    }

    // ---------------------------------------------------------------- by tag and by size

    private final CurrentUser knowing = TestUsers.operator(
            "message.notification.read", "message.notification.manage", "match.tag.read", "user.enterprise.read");

    @Test
    void by_a_tag_the_enterprises_are_told_that_have_it_and_the_notification_says_how_it_was_called() {
        UUID tag = Ids.next();
        UUID another = Ids.next();
        UUID beyond = Ids.next();
        UUID told = member(enterprise, "ENTERPRISE_ADMIN");
        UUID untold = member(another, "ENTERPRISE_ADMIN");
        UUID notMeant = member(beyond, "ENTERPRISE_ADMIN");
        UserService.hasTag(tag, "园区企业", false);
        // It says more than it was asked for: what was not meant is not told all the same.
        UserService.saysWhoHas(tag, enterprise, beyond);
        Conditions audience = having(List.of(enterprise, another), List.of(tag), List.of());

        post(knowing, "/count", audience).expectBody().jsonPath("$.people").isEqualTo(1);
        UUID id = draft(knowing, content(List.of("IN_SITE"), audience));
        act(knowing, id, "submit").expectStatus().isOk();

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(titles(told)).containsExactly("申报提醒");
        assertThat(titles(untold)).isEmpty();
        assertThat(titles(notMeant)).isEmpty();
        assertThat(UserService.questionsAboutTag(tag))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question)
                        .contains(enterprise.toString(), another.toString())
                        .doesNotContain(beyond.toString()));

        UserService.hasTag(tag, "改了名", true);
        client.as(knowing)
                .get()
                .uri(PATH + "/{id}", id)
                .exchange()
                .expectBody()
                .jsonPath("$.tags[*].name")
                .isEqualTo(List.of("园区企业"))
                .jsonPath("$.audience.tags[0]")
                .isEqualTo(tag.toString());
    }

    @Test
    void by_a_size_the_enterprises_are_told_that_are_of_it() {
        UUID another = Ids.next();
        member(enterprise, "ENTERPRISE_ADMIN");
        member(another, "ENTERPRISE_ADMIN");
        UserService.saysWhoHas(EnterpriseSize.MICRO, another);

        assertThat(circles.some(
                        holders.meant(having(List.of(enterprise, another), List.of(), List.of(EnterpriseSize.MICRO))),
                        10))
                .singleElement()
                .satisfies(one -> assertThat(one).isNotNull());
        assertThat(circles.count(holders.meant(having(List.of(enterprise), List.of(), List.of(EnterpriseSize.LARGE)))))
                .as("nobody has it")
                .isZero();
    }

    @Test
    void while_nobody_says_who_has_a_tag_nobody_is_told_and_once_it_is_said_all_are() {
        UUID tag = Ids.next();
        UUID told = member(enterprise, "ENTERPRISE_ADMIN");
        UserService.hasTag(tag, "园区企业", false);
        UserService.saysWhoHas(tag, enterprise);
        Conditions audience = having(List.of(enterprise), List.of(tag), List.of());
        Map<String, Object> content = content(List.of("IN_SITE"), audience);
        content.put("sendAt", Instant.now().plusSeconds(3600).toString());
        UUID id = draft(knowing, content);

        try (UserService.Away away = UserService.saysNotWhoHasATag()) {
            unanswered(post(knowing, "/count", audience));
            unanswered(act(knowing, id, "submit"));
        }
        act(knowing, id, "submit").expectBody().jsonPath("$.notification.state").isEqualTo("SCHEDULED");
        int version = version(id);
        try (UserService.Away away = UserService.saysNotWhoHasATag()) {
            jdbc.sql("update notification set send_at = now() where id = ?")
                    .param(id)
                    .update();
            await().until(() -> notifications.find(id).orElseThrow().isHeldUp());
            assertThat(titles(told)).isEmpty();
            assertThat(version(id)).as("who cancels it now is not disturbed").isEqualTo(version);
            client.as(knowing)
                    .get()
                    .uri(PATH + "/{id}", id)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.heldUp")
                    .isEqualTo(true);
        }
        jdbc.sql("update notification set start_after = now() where id = ?")
                .param(id)
                .update();

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(titles(told)).containsExactly("申报提醒");
    }

    private static void unanswered(RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isEqualTo(503).expectBody().jsonPath("$.code").isEqualTo("TAGS_UNANSWERED");
    }

    @Test
    void nobody_chooses_by_what_they_may_not_know_nor_by_a_tag_that_is_retired() {
        UUID tag = Ids.next();
        UUID retired = Ids.next();
        UserService.hasTag(tag, "园区企业", false);
        UserService.hasTag(retired, "旧标签", true);
        Conditions byTag = having(List.of(enterprise), List.of(tag), List.of());
        Conditions bySize = having(List.of(enterprise), List.of(), List.of(EnterpriseSize.SMALL));

        beyond(author, byTag, "audience.tags");
        beyond(author, bySize, "audience.sizes");
        post(knowing, "", content(List.of("IN_SITE"), having(List.of(), List.of(retired), List.of())))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("TAG_RETIRED");
        post(knowing, "", content(List.of("IN_SITE"), having(List.of(), List.of(Ids.next()), List.of())))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("TAG_UNKNOWN");

        String town = "T" + Ids.next();
        CurrentUser officer = TestUsers.ofTown(
                Ids.next(), town, "message.notification.read", "message.notification.manage", "match.tag.read");
        UUID its = draft(officer, content(List.of("IN_SITE"), having(List.of(), List.of(tag), List.of())));
        assertThat(notifications.find(its).orElseThrow().getAudience().towns()).containsExactly(town);
        beyond(officer, bySize, "audience.sizes");
        CurrentUser operatorOfTown = knowing.reaching(
                Map.of(ScopedResource.ENTERPRISE, Reach.of(ScopeKind.TOWNS, List.of(town), List.of())), Territory.NONE);
        UUID theirs = draft(operatorOfTown, content(List.of("IN_SITE"), byTag));
        assertThat(notifications.find(theirs).orElseThrow().getAudience().towns())
                .as("whoever writes to everybody knows the tags of their towns alone")
                .containsExactly(town);
    }

    private static Conditions having(List<UUID> some, List<UUID> tags, List<EnterpriseSize> sizes) {
        return new Conditions(
                Target.ENTERPRISES, List.of(), false, List.of(), List.of(), null, some, List.of(), tags, sizes);
    }

    // ---------------------------------------------------------------- by applications

    @Test
    void those_are_told_who_have_an_application_at_a_bank_and_of_the_tag() {
        UUID bank = Ids.next();
        UUID tag = Ids.next();
        UUID another = Ids.next();
        UUID third = Ids.next();
        UUID told = member(enterprise, "ENTERPRISE_ADMIN");
        UUID untagged = member(another, "ENTERPRISE_ADMIN");
        UUID never = member(third, "ENTERPRISE_ADMIN");
        UserService.hasTag(tag, "园区企业", false);
        UserService.saysWhoHas(tag, enterprise, third);
        UserService.saysWhoApplied(bank, ApplicantStanding.RUNNING, enterprise, another);
        UserService.saysWhoApplied(bank, ApplicantStanding.APPLIED, enterprise, another, third);
        CurrentUser office =
                knowing(Map.of(ScopedResource.LOAN_APPLICATION, Reach.ALL), "finance.application.read-all");
        List<UUID> all = List.of(enterprise, another, third);

        post(office, "/count", applied(all, List.of(bank), null))
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(3);
        Conditions audience = applied(all, List.of(bank), ApplicantStanding.RUNNING);
        post(office, "/count", audience).expectBody().jsonPath("$.people").isEqualTo(2);
        Conditions tagged = new Conditions(
                Target.ENTERPRISES,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                all,
                List.of(),
                List.of(tag),
                List.of(),
                List.of(bank),
                ApplicantStanding.RUNNING);
        UUID id = draft(office, content(List.of("IN_SITE"), tagged));
        try (UserService.Away away = UserService.saysNotWhoApplied()) {
            act(office, id, "submit")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("APPLICANTS_UNANSWERED");
        }
        act(office, id, "submit").expectStatus().isOk();

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(titles(told)).containsExactly("申报提醒");
        assertThat(titles(untagged)).isEmpty();
        assertThat(titles(never)).isEmpty();
    }

    @Test
    void a_bank_tells_those_who_applied_to_it_and_nobody_learns_so_of_other_banks() {
        UUID bank = Ids.next();
        UUID branch = Ids.next();
        UUID other = Ids.next();
        member(enterprise, "ENTERPRISE_ADMIN");
        UserService.saysWhoApplied(branch, ApplicantStanding.APPLIED, enterprise);
        Territory works = Territory.of(bank, Set.of(branch), Set.of());
        CurrentUser head = TestUsers.ofBank(
                        bank, "message.notification.read", "message.notification.manage", "finance.application.handle")
                .reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.INSTITUTION), works);

        UUID its = draft(head, content(List.of("IN_SITE"), enterprises(List.of(enterprise))));
        assertThat(notifications.find(its).orElseThrow().getAudience().banks())
                .as("what is left open is filled with the bank, of which its branches are parts")
                .containsExactly(bank);
        post(head, "/count", applied(List.of(enterprise), List.of(branch), null))
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(1);
        beyond(head, applied(List.of(), List.of(other), null), "audience.banks");
        beyond(
                head.reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.OWN), works),
                applied(List.of(), List.of(bank), null),
                "audience.target");
        beyond(author, applied(List.of(), List.of(bank), null), "audience.banks");
    }

    private static CurrentUser knowing(Map<ScopedResource, Reach> reach, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("message.notification.read", "message.notification.manage", "match.tag.read"));
        Map<ScopedResource, Reach> reaches = new HashMap<>(reach);
        reaches.put(ScopedResource.ENTERPRISE, Reach.ALL);
        return TestUsers.operator(all.toArray(String[]::new)).reaching(reaches, Territory.NONE);
    }

    private static Conditions applied(List<UUID> some, List<UUID> banks, @Nullable ApplicantStanding standing) {
        return new Conditions(
                Target.ENTERPRISES,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                some,
                List.of(),
                List.of(),
                List.of(),
                banks,
                standing);
    }

    // ---------------------------------------------------------------- from draft to sent

    @Test
    void what_is_for_few_people_is_told_at_once_in_their_inboxes_and_on_record_and_nobody_else_hears_it() {
        UUID one = member(enterprise, "ENTERPRISE_ADMIN");
        UUID two = member(enterprise, "ENTERPRISE_MEMBER");
        UUID stranger = member(Ids.next(), "ENTERPRISE_ADMIN");

        UUID id = draft(content(List.of("IN_SITE"), enterprises(List.of(enterprise))));
        act(author, id, "submit").expectStatus().isOk();

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(titles(one)).containsExactly("申报提醒");
        assertThat(titles(two)).containsExactly("申报提醒");
        assertThat(titles(stranger)).isEmpty();
        assertThat(pushed(one)).containsExactly("IN_SITE DELIVERED");
        client.as(author)
                .get()
                .uri(PATH + "/{id}", id)
                .exchange()
                .expectBody()
                .jsonPath("$.notification.people")
                .isEqualTo(2)
                .jsonPath("$.progress[0].result")
                .isEqualTo("DELIVERED")
                .jsonPath("$.progress[0].count")
                .isEqualTo(2)
                .jsonPath("$.enterprises.length()")
                .isEqualTo(1);
        client.as(author)
                .get()
                .uri(PATH + "/{id}/receivers?result=DELIVERED&channel=IN_SITE", id)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
        assertThat(ExportedFile.of(client.as(author), PATH + "/" + id + "/receivers/export")
                        .column("结果"))
                .containsExactly("已送达", "已送达");
        assertThat(recorded(id)).containsExactly("NOTIFICATION_WRITTEN", "NOTIFICATION_SUBMITTED");
    }

    @Test
    void what_is_for_many_people_is_told_once_a_second_person_has_approved_it() {
        List<UUID> people = members(4);
        UUID id = draft(content(List.of("IN_SITE"), enterprises(List.of(enterprise))));
        act(author, id, "submit").expectBody().jsonPath("$.notification.state").isEqualTo("PENDING_APPROVAL");

        act(author, id, "approve")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWN_NOTIFICATION");
        sending.sendAll();
        assertThat(titles(people.getFirst())).isEmpty();

        act(approver, id, "approve").expectStatus().isOk();

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(people).allSatisfy(one -> assertThat(titles(one)).containsExactly("申报提醒"));
        assertThat(recorded(id))
                .containsExactly("NOTIFICATION_WRITTEN", "NOTIFICATION_SUBMITTED", "NOTIFICATION_APPROVED");
    }

    @Test
    void who_may_approve_is_asked_to_and_who_wrote_it_hears_what_was_decided() {
        UUID ofBank = Ids.next();
        UserService.letsAnywhere("message.notification.approve", author.accountId(), approver.accountId(), ofBank);
        UserService.letsOthersAnywhere("message.notification.approve", ofBank);
        members(4);
        UUID id = draft(content(List.of("IN_SITE"), enterprises(List.of(enterprise))));

        act(author, id, "submit").expectStatus().isOk();
        await().untilAsserted(() -> assertThat(asked(approver.accountId())).containsExactly("消息通知待审批"));
        assertThat(jdbc.sql("select body || ' ' || link from message where account_id = ?")
                        .param(approver.accountId())
                        .query(String.class)
                        .single())
                .isEqualTo("测试运营编写的通知“申报提醒”（接收人 4 人）待审批。 /notifications/" + id);
        client.as(approver)
                .post()
                .uri(PATH + "/{id}/reject", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", version(id), "reason", "请写明截止日期"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(asked(approver.accountId())).isEmpty();
        assertThat(bodies(author.accountId())).containsExactly("您编写的通知“申报提醒”被测试运营驳回。原因：请写明截止日期");

        UUID second = draft(content(List.of("IN_SITE"), enterprises(List.of(enterprise))));
        act(author, second, "submit").expectStatus().isOk();
        await().untilAsserted(() -> assertThat(asked(approver.accountId())).hasSize(1));
        act(approver, second, "approve").expectStatus().isOk();
        assertThat(asked(approver.accountId())).isEmpty();
        assertThat(bodies(author.accountId())).last().asString().startsWith("您编写的通知“申报提醒”已由测试运营审批通过，发送时间 ");
        assertThat(titles(ofBank))
                .as("who may approve at a bank does not come to it")
                .isEmpty();
    }

    @Test
    void what_a_branch_wrote_waits_for_those_who_may_approve_there_and_above_but_not_for_who_wrote_it() {
        UUID branch = Ids.next();
        UUID headOffice = Ids.next();
        CurrentUser writer = bankerOf(branch);
        CurrentUser above = TestUsers.ofBank(headOffice, MANAGES)
                .reaching(Map.of(), Territory.of(headOffice, Set.of(branch), Set.of()));
        UUID colleague = Ids.next();
        UserService.letsThereAndAbove(
                branch, "message.notification.approve", writer.accountId(), colleague, above.accountId());
        for (int i = 0; i < 4; i++) {
            belongs(account(UserType.BANK), null, branch, "BANK_OFFICER");
        }
        UUID id = draft(writer, content(List.of("IN_SITE"), staffOf(List.of())));

        act(writer, id, "submit").expectStatus().isOk();

        await().untilAsserted(() -> assertThat(asked(above.accountId())).containsExactly("消息通知待审批"));
        assertThat(asked(colleague)).containsExactly("消息通知待审批");
        assertThat(asked(writer.accountId())).isEmpty();
        act(above, id, "approve").expectStatus().isOk();
        assertThat(asked(colleague)).isEmpty();
    }

    @Test
    void
            one_that_has_grown_by_its_time_waits_without_a_time_that_is_over_and_who_wrote_it_hears_that_it_was_not_sent() {
        UserService.letsAnywhere("message.notification.approve", author.accountId(), approver.accountId());
        UserService.letsOthersAnywhere("message.notification.approve");
        members(3);
        Map<String, Object> content = content(List.of("IN_SITE"), enterprises(List.of(enterprise)));
        content.put("sendAt", Instant.now().plusSeconds(3600).toString());
        UUID id = draft(content);
        act(author, id, "submit").expectBody().jsonPath("$.notification.state").isEqualTo("SCHEDULED");
        members(1);
        jdbc.sql("update notification set send_at = now() - interval '1 minute' where id = ?")
                .param(id)
                .update();

        sending.sendAll();

        await().untilAsserted(() -> assertThat(asked(approver.accountId())).containsExactly("消息通知待审批"));
        assertThat(bodies(approver.accountId())).containsExactly("测试运营编写的通知“申报提醒”（接收人 4 人）待审批。");
        await().untilAsserted(() ->
                assertThat(bodies(author.accountId())).containsExactly("您编写的通知“申报提醒”未发送：接收人增至 4 人，需要审批，审批通过后立即发送。"));
        act(approver, id, "approve").expectStatus().isOk();
        await().until(() -> state(id) == NotificationState.SENT);
    }

    private List<String> asked(UUID account) {
        return jdbc.sql("select title from message where account_id = ? and done_at is null order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> bodies(UUID account) {
        return jdbc.sql("select body from message where account_id = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    @Test
    void what_was_rejected_comes_back_with_its_reason() {
        members(4);
        UUID id = draft(content(List.of("IN_SITE"), enterprises(List.of(enterprise))));
        act(author, id, "submit").expectStatus().isOk();

        client.as(approver)
                .post()
                .uri(PATH + "/{id}/reject", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", version(id), "reason", "请写明截止日期"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.notification.rejectReason")
                .isEqualTo("请写明截止日期");
        client.as(author)
                .put()
                .uri(PATH + "/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "version",
                        version(id),
                        "content",
                        content(List.of("IN_SITE"), enterprises(List.of(enterprise)))))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.notification.state")
                .isEqualTo("DRAFT");
    }

    @Test
    void one_that_waits_for_its_time_is_told_neither_before_nor_after_it_was_cancelled() {
        UUID one = member(enterprise, "ENTERPRISE_ADMIN");
        Map<String, Object> content = content(List.of("IN_SITE"), enterprises(List.of(enterprise)));
        content.put("sendAt", Instant.now().plusSeconds(3600).toString());
        UUID id = draft(content);
        act(author, id, "submit").expectBody().jsonPath("$.notification.state").isEqualTo("SCHEDULED");
        sending.sendAll();
        assertThat(titles(one)).isEmpty();

        act(author, id, "cancel").expectStatus().isOk();

        jdbc.sql("update notification set send_at = now() where id = ?")
                .param(id)
                .update();
        sending.sendAll();
        assertThat(titles(one)).isEmpty();
        act(author, id, "submit")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("STATE_CONFLICT");
    }

    @Test
    void of_one_that_is_cancelled_while_it_is_sent_the_rest_never_goes() {
        UUID out = member(enterprise, "ENTERPRISE_ADMIN");
        UUID waits = member(enterprise, "ENTERPRISE_MEMBER");
        InternalAccounts accounts = mock(InternalAccounts.class);
        TextMessages texts = mock(TextMessages.class);
        when(texts.bringNotifications()).thenReturn(true);
        // The service's own workers have nobody who brings text messages, and leave these alone.
        UUID id = sendingNow("SMS", Map.of(out, "ACCEPTED", waits, "WAITING"));

        act(author, id, "cancel").expectStatus().isOk();

        worker(accounts, texts).sendAll();
        verify(texts, never()).sendNotification(any(), any(), any(), any());
        assertThat(result(id, waits)).isEqualTo("CANCELLED");
        assertThat(result(id, out)).as("what is out stays out").isEqualTo("ACCEPTED");
        assertThat(state(id)).isEqualTo(NotificationState.CANCELLED);
    }

    @Test
    void that_somebody_was_told_goes_with_their_account() {
        UUID one = account(UserType.ENTERPRISE);
        sendingNow("SMS", Map.of(one, "ACCEPTED"));
        transaction.executeWithoutResult(status -> outbox.publish(new AccountClosed(one, Instant.now()), 2));
        await().untilAsserted(
                        () -> assertThat(jdbc.sql("select count(*) from notification_receiver where account_id = ?")
                                        .param(one)
                                        .query(Integer.class)
                                        .single())
                                .isZero());
    }

    @Test
    void who_was_disabled_since_the_receivers_were_fixed_is_not_told() {
        UUID one = member(enterprise, "ENTERPRISE_ADMIN");
        jdbc.sql("update account set enabled = false where account_id = ?")
                .param(one)
                .update();
        UUID id = sendingNow("IN_SITE", Map.of(one, "WAITING"));

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(result(id, one)).isEqualTo("GONE");
        assertThat(titles(one)).isEmpty();
    }

    // ---------------------------------------------------------------- exactly once

    @Test
    void everybody_is_told_once_by_several_workers_of_which_one_is_killed_in_the_middle() throws Exception {
        List<UUID> people = members(600);
        UUID held = people.get(300);
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // Somebody else writes to one of them: whoever comes to that person waits, with the others of the batch
            // told and not committed.
            Future<?> other = threads.submit(() -> transaction.executeWithoutResult(status -> {
                messages.post(Set.of(held), Ids.next(), notice("另一条"), Instant.now());
                holds.countDown();
                waitFor(release);
            }));
            holds.await();
            UUID id = sendingNow("IN_SITE", waiting(people));
            Future<?> first = threads.submit(sending::sendAll);
            Future<?> second = threads.submit(sending::sendAll);
            await().until(() -> killOneThatWaits() > 0);
            release.countDown();
            other.get();
            settled(first);
            settled(second);

            await().until(() -> state(id) == NotificationState.SENT);
            assertThat(jdbc.sql("select count(*) from message where event_id = ?")
                            .param(id)
                            .query(Long.class)
                            .single())
                    .isEqualTo(600);
            assertThat(jdbc.sql("select count(distinct account_id) from message where event_id = ?")
                            .param(id)
                            .query(Long.class)
                            .single())
                    .isEqualTo(600);
            assertThat(jdbc.sql("""
                                    select count(*) from push_log p join message m on m.id = p.message_id
                                    where m.event_id = ?""").param(id).query(Long.class).single()).isEqualTo(600);
            assertThat(jdbc.sql("""
                                    select count(*) from notification_receiver
                                    where notification_id = ? and result = 'DELIVERED'""").param(id).query(Long.class).single()).isEqualTo(600);
        }
    }

    @Test
    void by_wechat_it_goes_to_who_has_bound_it_under_one_id_however_often_it_is_tried() {
        UUID bound = member(enterprise, "ENTERPRISE_ADMIN");
        UUID unbound = member(enterprise, "ENTERPRISE_MEMBER");
        UserService.weChatAnswers(bound, "503", "ACCEPTED");
        UUID id = sendingNow("WECHAT", Map.of(bound, "WAITING", unbound, "WAITING"));

        await().until(() -> {
            jdbc.sql("update notification_receiver set next_try_at = now() where notification_id = ?")
                    .param(id)
                    .update();
            return state(id) == NotificationState.SENT;
        });
        assertThat(result(id, bound)).isEqualTo("ACCEPTED");
        assertThat(result(id, unbound)).isEqualTo("NOBODY");
        assertThat(UserService.notesTo(bound)).hasSizeGreaterThan(1);
        assertThat(UserService.notesTo(bound).stream()
                        .map(note -> note.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
                        .distinct())
                .as("WeChat sends the same id once")
                .hasSize(1);
        assertThat(pushed(bound)).containsExactly("WECHAT ACCEPTED");
        assertThat(titles(bound)).as("the way was not chosen").isEmpty();
    }

    @Test
    void
            a_text_message_is_handed_over_once_to_a_phone_that_is_its_owners_and_one_whose_worker_died_is_not_sent_again() {
        UUID reached = member(enterprise, "ENTERPRISE_ADMIN");
        UUID unproved = member(enterprise, "ENTERPRISE_MEMBER");
        UUID lost = member(enterprise, "ENTERPRISE_MEMBER");
        InternalAccounts accounts = mock(InternalAccounts.class);
        TextMessages texts = mock(TextMessages.class);
        when(texts.bringNotifications()).thenReturn(true);
        when(texts.sendNotification(any(), any(), any(), any())).thenReturn(TextMessages.Sent.ACCEPTED);
        when(accounts.account(reached)).thenReturn(record(reached, "13700000011", true));
        when(accounts.account(unproved)).thenReturn(record(unproved, "13700000012", false));
        // The service's own workers have nobody who brings text messages, and leave these alone.
        UUID id = sendingNow("SMS", Map.of(reached, "WAITING", unproved, "WAITING", lost, "TAKEN"));
        UUID push = Ids.next();
        jdbc.sql(
                        "update notification_receiver set at = now() - interval '10 minutes', push_id = ? where account_id = ?")
                .params(push, lost)
                .update();
        NotificationSending worker = worker(accounts, texts);

        worker.sendAll();
        worker.sendAll();

        assertThat(state(id)).isEqualTo(NotificationState.SENT);
        assertThat(result(id, reached)).isEqualTo("ACCEPTED");
        assertThat(result(id, unproved)).isEqualTo("NOBODY");
        assertThat(result(id, lost)).isEqualTo("UNCERTAIN");
        verify(texts, times(1)).sendNotification(any(), any(), any(), any());
        assertThat(pushed(reached)).containsExactly("SMS ACCEPTED");
        assertThat(pushed(lost)).containsExactly("SMS FAILED");

        transaction.executeWithoutResult(status -> receivers.reported(new TextReported(push, false)));
        assertThat(result(id, lost))
                .as("its provider reports under the push of the copy that died")
                .isEqualTo("UNDELIVERED");
    }

    @Test
    void a_text_that_its_copy_took_and_did_not_hand_over_is_handed_over_by_another() {
        UUID taken = member(enterprise, "ENTERPRISE_ADMIN");
        InternalAccounts accounts = mock(InternalAccounts.class);
        TextMessages texts = mock(TextMessages.class);
        when(texts.bringNotifications()).thenReturn(true);
        when(texts.sendNotification(any(), any(), any(), any())).thenReturn(TextMessages.Sent.ACCEPTED);
        when(accounts.account(taken)).thenReturn(record(taken, "13700000013", true));
        UUID id = sendingNow("SMS", Map.of(taken, "TAKEN"));
        jdbc.sql("update notification_receiver set at = now() - interval '10 minutes' where account_id = ?")
                .param(taken)
                .update();
        NotificationSending worker = worker(accounts, texts);

        worker.sendAll();
        assertThat(result(id, taken)).isEqualTo("WAITING");
        itIsTimeAgain(id);
        worker.sendAll();

        assertThat(result(id, taken)).isEqualTo("ACCEPTED");
        verify(texts, times(1)).sendNotification(any(), any(), any(), any());
    }

    // ---------------------------------------------------------------- WeChat, by the service's own workers

    @Test
    void what_wechat_may_have_is_not_held_for_the_morning_but_asked_for_while_it_knows_it_again() {
        UUID one = member(enterprise, "ENTERPRISE_ADMIN");
        UserService.weChatAnswers(one, "UNCERTAIN", "ACCEPTED");
        UUID id = sendingNow("WECHAT", waiting(List.of(one)));
        await().until(() -> attempts(one).equals(List.of("UNKNOWN")));

        sleeps(one);
        itIsTimeAgain(id);

        await().until(() -> result(id, one).equals("ACCEPTED"));
        assertThat(Set.copyOf(UserService.notesTo(one)).stream().map(note -> note.contains(noteOf(id))))
                .as("under one id")
                .containsOnly(true);
        assertThat(pushed(one)).containsExactly("WECHAT ACCEPTED");
    }

    @Test
    void what_wechat_may_have_and_would_not_know_again_is_uncertain_and_not_asked_for_again() {
        UUID one = member(enterprise, "ENTERPRISE_ADMIN");
        UserService.weChatAnswers(one, "UNCERTAIN", "ACCEPTED");
        UUID id = sendingNow("WECHAT", waiting(List.of(one)));
        await().until(() -> attempts(one).equals(List.of("UNKNOWN")));

        jdbc.sql(
                        "update notification_receiver set unanswered_since = now() - interval '9 minutes' where notification_id = ?")
                .param(id)
                .update();
        itIsTimeAgain(id);

        await().until(() -> state(id) == NotificationState.SENT);
        assertThat(result(id, one)).isEqualTo("UNCERTAIN");
        assertThat(UserService.notesTo(one)).hasSize(1);
    }

    @Test
    void who_was_not_asked_for_because_wechat_was_away_keeps_every_try() {
        List<UUID> people = members(3);
        people.forEach(one -> UserService.weChatAnswers(one, "LATER"));
        UUID id = sendingNow("WECHAT", waiting(people));

        await().until(() ->
                people.stream().mapToInt(one -> attempts(one).size()).sum() == 1);
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("""
                        select coalesce(sum(tries), 0) from notification_receiver where notification_id = ?""").param(id).query(Integer.class).single())
                .isEqualTo(1));
        assertThat(jdbc.sql(
                                "select count(*) from notification_receiver where notification_id = ? and unanswered_since is not null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("WeChat has none of them")
                .isZero();
        act(author, id, "cancel").expectStatus().isOk();
    }

    private List<String> attempts(UUID account) {
        return jdbc.sql(
                        "select state from wechat_attempt where account_id = ? and state != 'HANDED_OVER' order by number")
                .param(account)
                .query(String.class)
                .list();
    }

    private String noteOf(UUID notification) {
        return jdbc.sql("select note_id from notification_receiver where notification_id = ?")
                .param(notification)
                .query(UUID.class)
                .single()
                .toString();
    }

    /** Instead of the pause before the next try. */
    private void itIsTimeAgain(UUID notification) {
        jdbc.sql("update notification_receiver set next_try_at = now() where notification_id = ?")
                .param(notification)
                .update();
    }

    private void sleeps(UUID account) {
        LocalTime now = LocalTime.now(BusinessTime.ZONE);
        preferences.say(
                account, 0, new Quiet(Quiet.Mode.OWN, now.minusHours(1), now.plusHours(1)), Map.of(), Instant.now());
    }

    @Test
    void while_no_provider_is_available_a_text_message_waits_and_goes_later() {
        UUID reached = member(enterprise, "ENTERPRISE_ADMIN");
        InternalAccounts accounts = mock(InternalAccounts.class);
        TextMessages texts = mock(TextMessages.class);
        when(texts.bringNotifications()).thenReturn(true);
        when(texts.sendNotification(any(), any(), any(), any()))
                .thenReturn(TextMessages.Sent.UNAVAILABLE)
                .thenReturn(TextMessages.Sent.ACCEPTED);
        when(accounts.account(reached)).thenReturn(record(reached, "13700000015", true));
        UUID id = sendingNow("SMS", Map.of(reached, "WAITING"));

        worker(accounts, texts).sendAll();
        worker(accounts, texts).sendAll();
        assertThat(result(id, reached)).as("not before its pause is over").isEqualTo("WAITING");
        assertThat(pushed(reached)).isEmpty();

        jdbc.sql("update notification_receiver set next_try_at = now() where account_id = ?")
                .param(reached)
                .update();
        worker(accounts, texts).sendAll();
        assertThat(result(id, reached)).isEqualTo("ACCEPTED");
        assertThat(state(id)).isEqualTo(NotificationState.SENT);
        verify(texts, times(2)).sendNotification(any(), any(), any(), any());
    }

    @Test
    void who_has_declined_text_messages_gets_none_unless_everybody_has_to_know() {
        UUID declines = member(enterprise, "ENTERPRISE_ADMIN");
        preferences.say(
                declines,
                0,
                Quiet.OF_DISTRICT,
                Map.of(Terms.NOTIFICATIONS, new Choice(Set.of(PushChannel.SMS), false)),
                Instant.now());
        InternalAccounts accounts = mock(InternalAccounts.class);
        TextMessages texts = mock(TextMessages.class);
        when(texts.bringNotifications()).thenReturn(true);
        when(texts.sendNotification(any(), any(), any(), any())).thenReturn(TextMessages.Sent.ACCEPTED);
        when(accounts.account(declines)).thenReturn(record(declines, "13700000013", true));
        UUID id = sendingNow("SMS", Map.of(declines, "WAITING"));

        worker(accounts, texts).sendAll();
        assertThat(result(id, declines)).isEqualTo("DECLINED");
        assertThat(state(id)).isEqualTo(NotificationState.SENT);
        verify(texts, never()).sendNotification(any(), any(), any(), any());

        UUID everybody = sendingNow("SMS", Map.of(declines, "WAITING"));
        jdbc.sql("update notification set mandatory = true where id = ?")
                .param(everybody)
                .update();
        worker(accounts, texts).sendAll();
        assertThat(result(everybody, declines)).isEqualTo("ACCEPTED");
    }

    @Test
    void what_did_not_arrive_is_sent_again_whatever_its_receiver_declined_only_where_everybody_has_to_know() {
        UUID declines = member(enterprise, "ENTERPRISE_ADMIN");
        UUID choice = undelivered(declines, false);
        UUID everybody = undelivered(declines, true);

        assertThat(fixed(choice)).isFalse();
        assertThat(fixed(everybody)).isTrue();
    }

    @Test
    void what_was_sent_again_and_arrived_counts_as_arrived_and_what_did_not_again_can_be_sent_once_more() {
        UUID one = member(enterprise, "ENTERPRISE_ADMIN");
        UUID first = undelivered(one, false);
        assertThat(resultOfPush(first)).isEqualTo("UNDELIVERED");

        UUID second = takenAgain(first);
        assertThat(resultOfPush(first)).isEqualTo("ACCEPTED");
        transaction.executeWithoutResult(status -> receivers.reported(new TextReported(second, false)));
        assertThat(resultOfPush(first)).isEqualTo("UNDELIVERED");
        assertThat(jdbc.sql("select count(*) from outer_notice where message_id = ?")
                        .param(second)
                        .query(Integer.class)
                        .single())
                .as("it stands among what did not arrive already")
                .isZero();

        UUID third = takenAgain(first);
        transaction.executeWithoutResult(status -> receivers.reported(new TextReported(third, true)));
        assertThat(resultOfPush(first)).isEqualTo("DELIVERED");
    }

    @Test
    void what_was_sent_again_and_reported_before_it_was_on_record_counts_as_arrived() {
        UUID first = undelivered(member(enterprise, "ENTERPRISE_ADMIN"), false);

        transaction.executeWithoutResult(
                status -> receivers.sentAgain(new WayEnded(first, PushChannel.SMS, WayEnded.How.TAKEN)));

        assertThat(resultOfPush(first)).isEqualTo("DELIVERED");
    }

    private UUID takenAgain(UUID push) {
        UUID another = Ids.next();
        transaction.executeWithoutResult(
                status -> receivers.sentAgain(new WayEnded(push, PushChannel.SMS, WayEnded.How.TAKEN, another)));
        return another;
    }

    private String resultOfPush(UUID push) {
        return jdbc.sql("select result from notification_receiver where push_id = ?")
                .param(push)
                .query(String.class)
                .single();
    }

    /** @return its push */
    private UUID undelivered(UUID receiver, boolean mandatory) {
        UUID push = Ids.next();
        UUID id = sendingNow("SMS", Map.of(receiver, "ACCEPTED"));
        jdbc.sql("update notification set mandatory = ? where id = ?")
                .params(mandatory, id)
                .update();
        jdbc.sql("update notification_receiver set push_id = ? where notification_id = ?")
                .params(push, id)
                .update();
        transaction.executeWithoutResult(status -> receivers.reported(new TextReported(push, false)));
        return push;
    }

    private boolean fixed(UUID notice) {
        return jdbc.sql("select fixed from outer_notice where message_id = ?")
                .param(notice)
                .query(Boolean.class)
                .single();
    }

    @Test
    void in_quiet_hours_a_text_message_waits_and_goes_after_them() {
        UUID sleeps = member(enterprise, "ENTERPRISE_ADMIN");
        LocalTime now = LocalTime.now(BusinessTime.ZONE);
        preferences.say(
                sleeps, 0, new Quiet(Quiet.Mode.OWN, now.minusHours(1), now.plusHours(1)), Map.of(), Instant.now());
        InternalAccounts accounts = mock(InternalAccounts.class);
        TextMessages texts = mock(TextMessages.class);
        when(texts.bringNotifications()).thenReturn(true);
        when(texts.sendNotification(any(), any(), any(), any())).thenReturn(TextMessages.Sent.ACCEPTED);
        when(accounts.account(sleeps)).thenReturn(record(sleeps, "13700000014", true));
        UUID id = sendingNow("SMS", Map.of(sleeps, "WAITING"));

        worker(accounts, texts).sendAll();
        assertThat(result(id, sleeps)).isEqualTo("WAITING");
        assertThat(state(id)).isEqualTo(NotificationState.SENDING);
        assertThat(heldUntil(id, sleeps)).as("its author reads until when").isAfter(OffsetDateTime.now());

        preferences.say(sleeps, 1, new Quiet(Quiet.Mode.NONE, null, null), Map.of(), Instant.now());
        jdbc.sql("update notification_receiver set next_try_at = now() where account_id = ?")
                .param(sleeps)
                .update();
        worker(accounts, texts).sendAll();
        assertThat(result(id, sleeps)).isEqualTo("ACCEPTED");
        assertThat(heldUntil(id, sleeps)).isNull();
    }

    @Test
    void who_has_bound_no_wechat_waits_for_no_morning() {
        UUID sleeps = member(enterprise, "ENTERPRISE_ADMIN");
        LocalTime now = LocalTime.now(BusinessTime.ZONE);
        preferences.say(
                sleeps, 0, new Quiet(Quiet.Mode.OWN, now.minusHours(1), now.plusHours(1)), Map.of(), Instant.now());
        UUID bound = member(enterprise, "ENTERPRISE_MEMBER");
        preferences.say(
                bound, 0, new Quiet(Quiet.Mode.OWN, now.minusHours(1), now.plusHours(1)), Map.of(), Instant.now());
        UserService.weChatAnswers(bound, "ACCEPTED");

        UUID id = sendingNow("WECHAT", Map.of(sleeps, "WAITING", bound, "WAITING"));

        await().untilAsserted(() -> assertThat(result(id, sleeps)).isEqualTo("NOBODY"));
        await().untilAsserted(() -> assertThat(heldUntil(id, bound)).isNotNull().isAfter(OffsetDateTime.now()));
        assertThat(result(id, bound)).isEqualTo("WAITING");
    }

    private @Nullable OffsetDateTime heldUntil(UUID notification, UUID account) {
        return receivers
                .list(notification, new ReceiverFilter(null, null, null), new PageRequest(1, 20))
                .items()
                .stream()
                .filter(it -> it.accountId().equals(account))
                .findAny()
                .orElseThrow()
                .heldUntil();
    }

    // ---------------------------------------------------------------- who may, and what is refused

    @Test
    void no_stranger_comes_by_any_route_with_an_id() {
        UUID message = Ids.next();
        messages.post(Set.of(author.accountId()), message, notice("给本人的消息"), Instant.now());
        UUID mine = jdbc.sql("select id from message where event_id = ?")
                .param(message)
                .query(UUID.class)
                .single();
        UUID topic = Ids.next();
        jdbc.sql("insert into policy_topic (id, account_id, categories, levels, words, created_at)"
                        + " values (?, ?, '{}', '{}', '首台套', now())")
                .params(topic, author.accountId())
                .update();
        UUID bank = Ids.next();
        CurrentUser banker = bankerOf(bank);
        Map<String, Object> content = content(List.of("IN_SITE"), staffOf(List.of()));
        UUID theirs = draft(banker, content);
        Map<String, Object> seen = Map.of("version", 0);
        strangers
                .toward()
                .owned("GET /api/message/my/messages/{id}", author, mine)
                .owned("DELETE /api/message/my/messages/{id}", author, mine)
                .owned("DELETE /api/message/my/policy-topics/{id}", author, topic)
                .owned("GET " + PATH + "/{id}", banker, theirs)
                .owned("GET " + PATH + "/{id}/receivers", banker, theirs)
                .owned("GET " + PATH + "/{id}/receivers/export", banker, theirs)
                .owned("PUT " + PATH + "/{id}", banker, theirs, Map.of("version", 0, "content", content))
                .owned("POST " + PATH + "/{id}/submit", banker, theirs, seen)
                .owned("POST " + PATH + "/{id}/approve", banker, theirs, seen)
                .owned("POST " + PATH + "/{id}/reject", banker, theirs, Map.of("version", 0, "reason", "请改写后再送"))
                .owned("POST " + PATH + "/{id}/cancel", banker, theirs, seen)
                .allOpen(
                        "words of notices belong to the platform, not to anybody: a code names a kind",
                        "GET /api/message/templates/{code}",
                        "PUT /api/message/templates/{code}",
                        "POST /api/message/templates/{code}/restore",
                        "POST /api/message/templates/{code}/enable",
                        "POST /api/message/templates/{code}/disable",
                        "POST /api/message/templates/{code}/preview",
                        "POST /api/message/templates/{code}/test")
                .areTurnedAway();
    }

    // ---------------------------------------------------------------- institutions

    @Test
    void a_bank_tells_its_own_people_and_nobody_else_and_sees_what_it_wrote() {
        UUID bank = Ids.next();
        CurrentUser banker = bankerOf(bank);
        UUID colleague = account(UserType.BANK);
        belongs(colleague, null, bank, "BANK_OFFICER");
        belongs(account(UserType.BANK), null, Ids.next(), "BANK_OFFICER");
        UUID ofPlatform = draft(content(List.of("IN_SITE"), accounts(List.of(UserType.BANK))));

        UUID its = draft(banker, content(List.of("IN_SITE"), staffOf(List.of())));

        assertThat(people(notifications.find(its).orElseThrow().getAudience())).containsExactly(colleague);
        beyond(banker, staffOf(List.of(Ids.next())), "audience.institutions");
        beyond(banker, enterprises(List.of(enterprise)), "audience.target");
        beyond(banker, accounts(List.of()), "audience.target");
        seenBy(banker).isEqualTo(List.of(its.toString()));
        client.as(banker)
                .get()
                .uri(PATH + "/" + ofPlatform)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.as(author).get().uri(PATH + "/" + its).exchange().expectStatus().isOk();
    }

    @Test
    void a_town_tells_the_enterprises_that_lie_in_it() {
        String town = "T" + Ids.next();
        CurrentUser officer = TestUsers.ofTown(Ids.next(), town, MANAGES);
        UUID inTown = Ids.next();
        jdbc.sql(
                        "insert into enterprise (id, name, uscc, town_code, industry_code, version) values (?, ?, 'u', ?, 'C3484', 1)")
                .params(inTown, "镇上企业" + town, town)
                .update();
        UUID told = account(UserType.ENTERPRISE);
        belongs(told, inTown, null, "ENTERPRISE_ADMIN");
        UUID elsewhere = member(enterprise, "ENTERPRISE_ADMIN");

        UUID its = draft(officer, content(List.of("IN_SITE"), enterprises(List.of())));

        assertThat(people(notifications.find(its).orElseThrow().getAudience()))
                .containsExactly(told)
                .doesNotContain(elsewhere);
        post(officer, "/count", enterprises(List.of(enterprise)))
                .expectBody()
                .jsonPath("$.people")
                .isEqualTo(0);
        beyond(officer, in(List.of("T1"), List.of()), "audience.towns");
        foundBy(officer, "企业").isEqualTo(List.of(inTown.toString()));
    }

    private static final String[] MANAGES = {
        "message.notification.read", "message.notification.manage", "message.notification.approve"
    };

    private static CurrentUser bankerOf(UUID bank) {
        return TestUsers.ofBank(bank, MANAGES).reaching(Map.of(), Territory.of(bank, Set.of(), Set.of()));
    }

    private static Conditions staffOf(List<UUID> institutions) {
        return new Conditions(
                Target.INSTITUTIONS,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                List.of(),
                institutions,
                List.of(),
                List.of());
    }

    private void beyond(CurrentUser user, Conditions audience, String field) {
        for (RestTestClient.ResponseSpec answer :
                List.of(post(user, "", content(List.of("IN_SITE"), audience)), post(user, "/count", audience))) {
            answer.expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(field);
        }
    }

    private JsonPathAssertions seenBy(CurrentUser user) {
        return client.as(user).get().uri(PATH).exchange().expectBody().jsonPath("$.items[*].id");
    }

    private JsonPathAssertions foundBy(CurrentUser user, String words) {
        return client.as(user)
                .get()
                .uri(PATH + "/enterprises?q={words}", words)
                .exchange()
                .expectBody()
                .jsonPath("$[*].id");
    }

    @Test
    void who_may_only_read_writes_nothing_and_who_may_not_read_sees_nothing() {
        CurrentUser reader = TestUsers.operator("message.notification.read");
        post(reader, "", content(List.of("IN_SITE"), enterprises(List.of(enterprise))))
                .expectStatus()
                .isForbidden();
        client.as(reader).get().uri(PATH).exchange().expectStatus().isOk();
        client.as(TestUsers.operator("message.push-log.read"))
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void what_cannot_be_sent_is_refused_with_its_field() {
        invalid(content -> content.put("title", " "), "title");
        invalid(content -> content.put("body", "字".repeat(2001)), "body");
        invalid(content -> content.put("channels", List.of()), "channels");
        for (String outside : List.of("https://example.cn", "//example.cn", "/\\example.cn", "policies", "/a b")) {
            invalid(content -> content.put("link", outside), "link");
        }
        invalid(
                content -> content.put(
                        "audience", Map.of("target", "ENTERPRISES", "adminsOnly", false, "industries", List.of("34"))),
                "audience.industries[0]");
        Map<String, Object> texts = content(List.of("SMS"), enterprises(List.of(enterprise)));
        post(author, "", texts)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SMS_NOT_CONFIGURED");
        UUID nobody = draft(content(List.of("IN_SITE"), enterprises(List.of(Ids.next()))));
        act(author, nobody, "submit")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOBODY_MEANT");
        client.as(author)
                .get()
                .uri(PATH + "/{id}/receivers", Ids.next())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoever_decides_by_what_is_not_so_any_more_is_told_so() {
        member(enterprise, "ENTERPRISE_ADMIN");
        UUID id = draft(content(List.of("IN_SITE"), enterprises(List.of(enterprise))));
        client.as(author)
                .post()
                .uri(PATH + "/{id}/submit", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", version(id) + 1))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void they_are_found_by_words_kind_and_state_and_taken_out() {
        String word = "找得到" + enterprise.toString().substring(24);
        Map<String, Object> content = content(List.of("IN_SITE", "WECHAT"), enterprises(List.of(enterprise)));
        content.put("title", word);
        draft(content);

        client.as(author)
                .get()
                .uri(PATH + "?state=DRAFT&kind=POLICY&q={q}&sort=createdAt,asc", word)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].channels.length()")
                .isEqualTo(2);
        client.as(author)
                .get()
                .uri(PATH + "?state=SENT&q={q}", word)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        assertThat(ExportedFile.of(client.as(author), PATH + "/export?q=" + word)
                        .column("通知方式"))
                .containsExactly("站内信、公众号");
        client.as(author)
                .get()
                .uri(PATH + "?sort=body")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void what_is_chosen_is_shown_as_it_will_look_by_each_way() {
        post(author, "/preview", Map.of("title", "申报提醒", "body", "正文", "channels", List.of("IN_SITE", "SMS")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inSite.title")
                .isEqualTo("申报提醒")
                .jsonPath("$.weChat")
                .doesNotExist()
                .jsonPath("$.sms.text")
                .value(String.class, text -> assertThat(text).contains("申报提醒").startsWith("【"))
                .jsonPath("$.sms.parts")
                .isEqualTo(1);
    }

    // ---------------------------------------------------------------- helpers

    /** Another copy of the service, which has somebody who brings text messages. */
    private NotificationSending worker(InternalAccounts accounts, TextMessages texts) {
        Clock clock = Clock.systemUTC();
        Deliveries deliveries = new Deliveries(jdbc, transaction, pushes, preferences, clock);
        return new NotificationSending(
                notifications,
                new NotificationStart(notifications, receivers, holders, jdbc, transaction, settings, clock, events),
                new InboxDelivery(jdbc, transaction, messages, deliveries, clock),
                new WeChatDelivery(
                        jdbc,
                        mock(InternalWeChat.class),
                        new WeChatTries(jdbc, mock(InternalWeChat.class), clock),
                        deliveries,
                        clock),
                new TextDelivery(jdbc, transaction, accounts, texts, receivers, deliveries, clock),
                deliveries);
    }

    private interface Change {
        void to(Map<String, Object> content);
    }

    private void invalid(Change change, String field) {
        Map<String, Object> content = content(List.of("IN_SITE"), enterprises(List.of(enterprise)));
        change.to(content);
        post(author, "", content)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private EnterpriseRegistered registered() {
        return new EnterpriseRegistered(
                enterprise,
                "91500113MA" + enterprise.toString().substring(28).toUpperCase(Locale.ROOT),
                "重庆接收范围有限公司",
                "企业",
                BigDecimal.TEN,
                LocalDate.of(2020, 1, 1),
                "C3484",
                "机械零部件加工",
                "T1",
                "某镇",
                "500113",
                EnterpriseStatus.ACTIVE,
                false,
                Instant.now(),
                Map.of());
    }

    private Conditions ofEnterprise(boolean adminsOnly, @Nullable Boolean certified) {
        return new Conditions(
                Target.ENTERPRISES,
                List.of(),
                adminsOnly,
                List.of(),
                List.of(),
                certified,
                List.of(enterprise),
                List.of(),
                List.of(),
                List.of());
    }

    private Conditions in(List<String> towns, List<String> industries) {
        return new Conditions(
                Target.ENTERPRISES,
                List.of(),
                false,
                towns,
                industries,
                null,
                List.of(enterprise),
                List.of(),
                List.of(),
                List.of());
    }

    private static Conditions enterprises(List<UUID> some) {
        return new Conditions(
                Target.ENTERPRISES,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                some,
                List.of(),
                List.of(),
                List.of());
    }

    private static Conditions accounts(List<UserType> types) {
        return new Conditions(
                Target.ACCOUNTS, types, false, List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of());
    }

    private List<UUID> people(Conditions conditions) {
        return circles.some(meant(conditions), 1000);
    }

    private static Meant meant(Conditions conditions) {
        return new Meant(conditions, null);
    }

    private UUID account(UserType type) {
        UUID account = Ids.next();
        jdbc.sql("insert into account (account_id, user_type) values (?, ?)")
                .params(account, type.name())
                .update();
        return account;
    }

    private void enterprise(UUID id) {
        jdbc.sql("""
                        insert into enterprise (id, name, uscc, town_code, industry_code, version)
                        values (?, '企业', 'u', 'T1', 'C3484', 1) on conflict do nothing""").param(id).update();
    }

    private void belongs(UUID account, @Nullable UUID enterpriseId, @Nullable UUID institutionId, String role) {
        jdbc.sql(
                        "insert into member (account_id, enterprise_id, institution_id, role, since, name) values (?, ?, ?, ?, now(), '李四')")
                .params(Arrays.asList(account, enterpriseId, institutionId, role))
                .update();
    }

    private UUID member(UUID of, String role) {
        UUID account = account(UserType.ENTERPRISE);
        enterprise(of);
        belongs(account, of, null, role);
        return account;
    }

    private List<UUID> members(int number) {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(member(enterprise, "ENTERPRISE_MEMBER"));
        }
        return people;
    }

    private static Map<String, Object> content(List<String> channels, Conditions audience) {
        Map<String, Object> content = new HashMap<>();
        content.put("kind", "POLICY");
        content.put("title", "申报提醒");
        content.put("body", "请于截止日期前申报。");
        content.put("link", "/policies");
        content.put("channels", channels);
        content.put("audience", audience);
        return content;
    }

    private RestTestClient.ResponseSpec post(CurrentUser user, String path, Object body) {
        return client.as(user)
                .post()
                .uri(PATH + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private UUID draft(Map<String, Object> content) {
        return draft(author, content);
    }

    private UUID draft(CurrentUser writer, Map<String, Object> content) {
        post(writer, "", content).expectStatus().isCreated();
        return jdbc.sql("select id from notification where author_id = ? order by created_at desc, id desc limit 1")
                .param(writer.accountId())
                .query(UUID.class)
                .single();
    }

    private RestTestClient.ResponseSpec act(CurrentUser user, UUID id, String action) {
        return post(user, "/" + id + "/" + action, Map.of("version", version(id)));
    }

    /** One that is being sent, with its receivers fixed. */
    private UUID sendingNow(String channel, Map<UUID, String> people) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into notification (id, kind, title, body, channels, audience, state, author_id, author_name, authors,
                              created_at, changed_at, started_at, people)
                            values (?, 'POLICY', '申报提醒', '正文', array[?], cast(? as jsonb), 'SENDING', ?, '运营', array[?], now(), now(), now(), ?)""")
                    .params(
                            id,
                            channel,
                            """
                            {"target": "ACCOUNTS", "userTypes": [], "adminsOnly": false, "towns": [], "industries": [], "enterprises": [], "institutions": []}""",
                            author.accountId(),
                            author.accountId().toString(),
                            people.size())
                    .update();
            people.forEach((account, result) -> jdbc.sql(
                            "insert into notification_receiver (notification_id, account_id, channel, result, at) values (?, ?, ?, ?, now())")
                    .params(id, account, channel, result)
                    .update());
        });
        return id;
    }

    private static Map<UUID, String> waiting(List<UUID> people) {
        Map<UUID, String> all = new HashMap<>();
        people.forEach(one -> all.put(one, "WAITING"));
        return all;
    }

    private NotificationState state(UUID id) {
        return notifications.find(id).orElseThrow().getState();
    }

    private int version(UUID id) {
        return notifications.find(id).orElseThrow().getVersion();
    }

    private String result(UUID id, UUID account) {
        return jdbc.sql("select result from notification_receiver where notification_id = ? and account_id = ?")
                .params(id, account)
                .query(String.class)
                .single();
    }

    private List<String> titles(UUID account) {
        return jdbc.sql("select title from message where account_id = ?")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<String> pushed(UUID account) {
        return jdbc.sql("select channel || ' ' || result from push_log where account_id = ? order by seq")
                .param(account)
                .query(String.class)
                .list();
    }

    /** What was done; what was tried in vain goes on record when the answer is out already. */
    private List<String> recorded(UUID id) {
        return jdbc.sql("""
                        select data ->> 'action' from outbox where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ?
                          and data ->> 'action' <> 'COMMAND_REFUSED' order by seq""").param(id.toString()).query(String.class).list();
    }

    private static Notice notice(String title) {
        return new Notice(MessageKind.SYSTEM, title, "正文", null);
    }

    private static AccountRecord record(UUID id, String phone, boolean proved) {
        return new AccountRecord(id, UserType.ENTERPRISE, null, phone, proved, "张三", true, false, false, Instant.now());
    }

    /** As `kill -9` does: the connection is gone, and with it what was not committed. */
    private int killOneThatWaits() {
        return jdbc.sql("""
                        select pg_terminate_backend(pid) from (
                          select pid from pg_locks where locktype = 'advisory' and not granted limit 1) one""").query((row, number) -> row.getBoolean(1) ? 1 : 0).list().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one that was killed fails, the other does not; which it was does not matter. */
    private static void settled(Future<?> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException killed) {
            assertThat(killed.getCause()).isInstanceOf(RuntimeException.class);
        }
    }
}
