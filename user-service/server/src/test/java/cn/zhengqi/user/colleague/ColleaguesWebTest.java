package cn.zhengqi.user.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountClosed;
import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.OwnerProof;
import cn.zhengqi.auth.api.InternalAccounts.PhoneOwner;
import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.RawTables;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.AmongOthers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.client.RemoteProblem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

@AmongOthers
class ColleaguesWebTest {

    private static final String INVITATIONS = "/enterprise/invitations";

    @Autowired
    private InternalAccounts auth;

    @Autowired
    private DataSource tables;

    @Autowired
    private ServiceClient service;

    @Autowired
    private Register register;

    @Autowired
    private Memberships memberships;

    @Autowired
    private EventHandler<AccountClosed> closed;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataProtection protection;

    private Enterprise enterprise;
    private CurrentUser admin;

    @BeforeEach
    void anEnterpriseWithItsAdministrator() {
        enterprise = enterprise("重庆同事机械有限公司");
        admin = member(person("管理甲"), enterprise, ColleagueRole.ENTERPRISE_ADMIN);
        when(auth.account(any())).thenAnswer(call -> account(call.getArgument(0), "13800001234"));
        when(auth.ownerOf(any())).thenReturn(new PhoneOwner(null));
    }

    @Test
    void who_has_the_link_joins_once_and_nobody_after() {
        CurrentUser guest = person("新同事");
        String token = invited(admin, null).token();

        assertThat(send(guest, HttpMethod.POST, "/invitation-link", Map.of("token", token))
                        .expectStatus()
                        .isOk()
                        .expectBody(InvitationToMe.class)
                        .returnResult()
                        .getResponseBody()
                        .enterpriseName())
                .isEqualTo(enterprise.getName());
        follow(guest, token).expectStatus().isOk();

        assertThat(memberships.principal(guest.accountId(), UserType.ENTERPRISE))
                .satisfies(joined -> {
                    assertThat(joined.enterpriseId()).isEqualTo(enterprise.getId());
                    assertThat(joined.roles()).containsExactly("ENTERPRISE_MEMBER");
                    assertThat(joined.permissions()).contains("enterprise.own").doesNotContain("enterprise.members");
                });
        refused(follow(person("另一人"), token), 410, "INVITATION_INVALID");
        assertThat(jdbc.sql("select count(*) from outbox where type = 'user.MemberJoined' and subject = ?")
                        .param(guest.accountId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_has_joined_by_a_link_is_not_invited_by_number_any_more() {
        CurrentUser guest = person("两次受邀");
        String phone = "13900005678";
        when(auth.account(guest.accountId())).thenReturn(account(guest.accountId(), phone));
        UUID byNumber = invited(admin, phone).id();
        UUID another = invited(admin, "13900005679").id();
        assertThat(toMe(guest)).extracting(InvitationToMe::id).containsExactly(byNumber);

        follow(guest, invited(admin, null).token()).expectStatus().isOk();

        assertThat(toMe(guest)).isEmpty();
        assertThat(jdbc.sql("select id from enterprise_invitation where enterprise_id = ? and accepted_at is null")
                        .param(enterprise.getId())
                        .query(UUID.class)
                        .list())
                .containsExactly(another);
    }

    @Test
    void of_two_who_follow_a_link_at_once_one_joins() throws Exception {
        String token = invited(admin, null).token();
        CurrentUser one = person("抢先甲");
        CurrentUser two = person("抢先乙");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both = List.of(() -> status(follow(one, token)), () -> status(follow(two, token)));
            assertThat(pool.invokeAll(both).stream().map(answer -> answer.resultNow()))
                    .containsExactlyInAnyOrder(200, 410);
        }
    }

    @Test
    void a_link_is_void_when_it_is_old_withdrawn_or_made_by_who_is_no_administrator_any_more() {
        Invitations.Invited old = invited(admin, null);
        jdbc.sql("update enterprise_invitation set expires_at = now() where id = ?")
                .param(old.id())
                .update();
        refused(follow(person("迟到"), old.token()), 410, "INVITATION_INVALID");

        Invitations.Invited withdrawn = invited(admin, null);
        send(admin, HttpMethod.POST, INVITATIONS + "/" + withdrawn.id() + "/withdrawal", null)
                .expectStatus()
                .isNoContent();
        refused(follow(person("被撤"), withdrawn.token()), 410, "INVITATION_INVALID");

        CurrentUser second = member(person("管理乙"), enterprise, ColleagueRole.ENTERPRISE_ADMIN);
        String ofSecond = invited(second, null).token();
        send(admin, HttpMethod.DELETE, "/enterprise/members/" + second.accountId(), null)
                .expectStatus()
                .isNoContent();
        refused(follow(person("旧人所邀"), ofSecond), 410, "INVITATION_INVALID");
    }

    @Test
    void an_enterprise_whose_code_was_revoked_takes_nobody_in() {
        String token = invited(admin, null).token();
        jdbc.sql("update enterprise set certified_at = null where id = ?")
                .param(enterprise.getId())
                .update();

        refused(follow(person("无码"), token), 410, "INVITATION_INVALID");
    }

    @Test
    void who_accepts_while_the_code_is_being_revoked_waits_for_it_and_stays_outside() throws Exception {
        String token = invited(admin, null).token();
        CurrentUser guest = person("同时");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> accepted = transaction.execute(status -> {
                Instant heldSince = register.revokeCode(enterprise.getId(), Instant.now());
                Future<Integer> begun = pool.submit(() -> status(follow(guest, token)));
                await().until(this::somebodyWaitsForTheEnterprise);
                memberships.endAll(enterprise.getId(), heldSince, "测试", Instant.now());
                return begun;
            });

            assertThat(accepted.get()).isEqualTo(410);
        }
        assertThat(memberships.roleIn(guest.accountId(), enterprise.getId())).isNull();
    }

    private boolean somebodyWaitsForTheEnterprise() {
        return jdbc.sql("""
                        select exists (select 1 from pg_stat_activity where datname = current_database()
                          and wait_event_type = 'Lock' and query like '%from enterprise where id%')""").query(Boolean.class).single();
    }

    @Test
    void only_the_owner_of_the_phone_finds_and_accepts_an_invitation_to_it() {
        CurrentUser meant = person("受邀人");
        when(auth.account(meant.accountId())).thenReturn(account(meant.accountId(), "13955556666"));
        UUID invitation = invited(admin, "13955556666").id();
        assertThat(RawTables.showing(tables, "13955556666"))
                .as("also in what is told")
                .isEmpty();

        assertThat(toMe(meant)).extracting(InvitationToMe::id).containsExactly(invitation);
        assertThat(toMe(person("旁人"))).isEmpty();
        send(person("旁人"), HttpMethod.POST, "/invitations/" + invitation + "/acceptance", null)
                .expectStatus()
                .isNotFound();
        send(person("旁人"), HttpMethod.POST, "/invitations/" + invitation + "/refusal", null)
                .expectStatus()
                .isNotFound();
        send(meant, HttpMethod.POST, "/invitations/" + invitation + "/acceptance", null)
                .expectStatus()
                .isOk();
        assertThat(memberships.roleIn(meant.accountId(), enterprise.getId())).isEqualTo("ENTERPRISE_MEMBER");
        assertThat(toMe(meant)).isEmpty();
        send(admin, HttpMethod.GET, INVITATIONS, null)
                .expectBody()
                .jsonPath("$[0].state")
                .isEqualTo("ACCEPTED")
                .jsonPath("$[0].phone")
                .isEqualTo("139****6666");
    }

    @Test
    void nobody_invites_themselves_and_no_invitation_stands_that_never_can_be_accepted() {
        owns(admin, "13800001234");
        send(admin, HttpMethod.POST, INVITATIONS, Map.of("role", "ENTERPRISE_MEMBER", "phone", "13800001234"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("phone")
                .jsonPath("$.errors[0].message")
                .isEqualTo("这是您自己的手机号，请填写同事的手机号");
        assertThat(toMe(admin)).isEmpty();
    }

    @Test
    void a_colleague_is_not_invited_once_more_and_no_invitation_to_them_stands() {
        owns(member(person("已是同事"), enterprise, ColleagueRole.ENTERPRISE_MEMBER), "13800005678");
        owns(member(person("别家的人"), enterprise("重庆别家机械有限公司"), ColleagueRole.ENTERPRISE_ADMIN), "13800006789");

        refused(invite("13800005678"), 409, "PHONE_OF_COLLEAGUE");
        assertThat(invitationsTo("13800005678")).isZero();
        invite("13800006789").expectStatus().isCreated();
    }

    @Test
    void whose_phone_is_invited_hears_of_it_unless_they_never_proved_it_or_could_not_accept() {
        CurrentUser guest = person("受邀人");
        CurrentUser unproved = person("未验证");
        CurrentUser officer = person("工作人员");
        owns(guest, "13800005671");
        owns(unproved, "13800005672");
        owns(officer, "13800005673");
        AccountRecord of = account(unproved.accountId(), "13800005672");
        when(auth.account(unproved.accountId())).thenReturn(withType(of, UserType.ENTERPRISE, false));
        when(auth.account(officer.accountId())).thenReturn(withType(of, UserType.GOVERNMENT, true));

        invite("13800005671").expectStatus().isCreated();
        invite("13800005672").expectStatus().isCreated();
        invite("13800005673").expectStatus().isCreated();
        invite("13800005674").expectStatus().isCreated();

        assertThat(jdbc.sql("""
                                select (data ->> 'accountId') || ' ' || (data ->> 'enterpriseName') || ' ' || (data ->> 'byName') from outbox
                                where type = 'user.ColleagueInvited' and data ->> 'enterpriseId' = ?""")
                        .param(enterprise.getId().toString())
                        .query(String.class)
                        .list())
                .containsExactly(guest.accountId() + " " + enterprise.getName() + " 管理甲");
    }

    @Test
    void who_is_invited_let_go_and_invited_again_hears_of_it_once_a_day() {
        CurrentUser guest = person("反复受邀");
        owns(guest, "13800005681");
        for (int round = 1; round <= 3; round++) {
            letGo(invited(admin, "13800005681").id());
        }
        assertThat(invitationsTold(guest)).isEqualTo(1);

        jdbc.sql(
                        "update enterprise_invitation set created_at = created_at - interval '25 hours' where enterprise_id = ?")
                .param(enterprise.getId())
                .update();
        invited(admin, "13800005681");
        assertThat(invitationsTold(guest)).as("a day later").isEqualTo(2);
    }

    @Test
    void an_enterprise_sends_no_more_invitations_a_day_whether_they_stand_or_were_let_go() {
        for (int i = 0; i < Invitations.MOST_A_DAY; i++) {
            letGo(invited(admin, null).id());
        }

        invite("13800005682")
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("INVITATIONS_USED_UP")
                .jsonPath("$.retryAfterSeconds")
                .isNumber();
        assertThat(invitationsTo("13800005682")).isZero();
    }

    private void letGo(UUID invitation) {
        send(admin, HttpMethod.POST, INVITATIONS + "/" + invitation + "/withdrawal", null)
                .expectStatus()
                .isNoContent();
    }

    private int invitationsTold(CurrentUser guest) {
        return jdbc.sql("select count(*) from outbox where type = 'user.ColleagueInvited' and data ->> 'accountId' = ?")
                .param(guest.accountId().toString())
                .query(Integer.class)
                .single();
    }

    private static AccountRecord withType(AccountRecord of, UserType type, boolean proved) {
        return new AccountRecord(
                of.id(),
                type,
                of.username(),
                of.phone(),
                proved,
                of.displayName(),
                of.enabled(),
                of.awaitsPassword(),
                of.secondFactor(),
                of.registeredAt());
    }

    @Test
    void of_a_phone_that_is_invited_already_the_open_invitation_is_named_until_it_is_withdrawn() {
        UUID first = invited(admin, "13800007891").id();

        invite("13800007891")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PHONE_INVITED")
                .jsonPath("$.invitationId")
                .isEqualTo(first.toString())
                .jsonPath("$.errors[0].field")
                .isEqualTo("phone")
                .jsonPath("$.detail")
                .value(
                        String.class,
                        words -> assertThat(words).startsWith("管理甲已于").contains("企业成员", "请先撤回"));
        send(admin, HttpMethod.POST, INVITATIONS + "/" + first + "/withdrawal", null)
                .expectStatus()
                .isNoContent();
        invite("13800007891").expectStatus().isCreated();
    }

    @Test
    void of_two_who_invite_the_same_phone_at_once_one_does() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both =
                    List.of(() -> status(invite("13800007892")), () -> status(invite("13800007892")));
            assertThat(pool.invokeAll(both).stream().map(answer -> answer.resultNow()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void an_invitation_that_is_void_because_who_made_it_left_keeps_nobody_out() {
        CurrentUser gone = member(person("走了的管理"), enterprise, ColleagueRole.ENTERPRISE_ADMIN);
        invited(gone, "13800007893");
        send(admin, HttpMethod.DELETE, "/enterprise/members/" + gone.accountId(), null)
                .expectStatus()
                .isNoContent();

        invite("13800007893").expectStatus().isCreated();
    }

    @Test
    void who_is_given_or_loses_a_role_is_handed_the_enterprise_or_is_taken_out_is_told_by_whom() {
        CurrentUser colleague = member(person("被告知"), enterprise, ColleagueRole.ENTERPRISE_MEMBER);

        role(admin, colleague, ColleagueRole.ENTERPRISE_ADMIN).expectStatus().isNoContent();
        role(admin, colleague, ColleagueRole.ENTERPRISE_ADMIN).expectStatus().isNoContent();
        role(admin, colleague, ColleagueRole.ENTERPRISE_MEMBER).expectStatus().isNoContent();
        handOver(colleague).expectStatus().isNoContent();
        send(colleague, HttpMethod.DELETE, "/enterprise/members/" + admin.accountId(), null)
                .expectStatus()
                .isNoContent();

        String who = " " + enterprise.getName() + " 管理甲";
        assertThat(toldOf(colleague)).containsExactly("MADE_ADMIN" + who, "MADE_MEMBER" + who, "HANDED_OVER" + who);
        assertThat(toldOf(admin)).containsExactly("REMOVED " + enterprise.getName() + " 被告知");
        assertThat(told("user.EnterpriseHandedOver", "accountId", admin, "toName"))
                .as("who handed it over")
                .containsExactly(enterprise.getName() + " 被告知");
    }

    @Test
    void whoever_invited_hears_that_the_colleague_has_come() {
        CurrentUser guest = person("来了的");
        follow(guest, invited(admin, null).token()).expectStatus().isOk();

        assertThat(told("user.InvitationAccepted", "invitedById", admin, "displayName"))
                .containsExactly(enterprise.getName() + " 来了的");
    }

    private List<String> told(String type, String whom, CurrentUser person, String who) {
        return jdbc.sql("""
                        select (data ->> 'enterpriseName') || ' ' || (data ->> :who) from outbox
                        where type = :type and data ->> :whom = :person order by seq""")
                .param("who", who)
                .param("type", type)
                .param("whom", whom)
                .param("person", person.accountId().toString())
                .query(String.class)
                .list();
    }

    @Test
    void what_people_do_to_themselves_and_what_was_refused_is_told_to_nobody() {
        CurrentUser second = member(person("自己退出"), enterprise, ColleagueRole.ENTERPRISE_ADMIN);

        role(second, second, ColleagueRole.ENTERPRISE_MEMBER).expectStatus().isNoContent();
        send(second, HttpMethod.POST, "/enterprise/leave", null).expectStatus().isNoContent();
        refused(role(admin, admin, ColleagueRole.ENTERPRISE_MEMBER), 409, "LAST_ADMIN");

        assertThat(toldOf(second)).isEmpty();
        assertThat(toldOf(admin)).isEmpty();
    }

    private List<String> toldOf(CurrentUser person) {
        return jdbc.sql("""
                        select (data ->> 'change') || ' ' || (data ->> 'enterpriseName') || ' ' || (data ->> 'byName') from outbox
                        where type = 'user.ColleagueStandingChanged' and data ->> 'accountId' = ? order by seq""")
                .param(person.accountId().toString())
                .query(String.class)
                .list();
    }

    private void owns(CurrentUser person, String phone) {
        when(auth.ownerOf(new InternalAccounts.Phone(phone))).thenReturn(new PhoneOwner(person.accountId()));
    }

    private ResponseSpec invite(String phone) {
        return send(admin, HttpMethod.POST, INVITATIONS, Map.of("role", "ENTERPRISE_MEMBER", "phone", phone));
    }

    private int invitationsTo(String phone) {
        return jdbc.sql("select count(*) from enterprise_invitation where enterprise_id = ? and phone_index = ?")
                .params(
                        enterprise.getId(),
                        protection.column("enterprise_invitation", "phone").index(phone))
                .query(Integer.class)
                .single();
    }

    @Test
    void the_phone_of_who_closed_the_account_goes_with_the_invitation_that_named_it() {
        CurrentUser colleague = person("凭手机号来");
        when(auth.account(colleague.accountId())).thenReturn(account(colleague.accountId(), "13955559999"));
        UUID invitation = invited(admin, "13955559999").id();
        UUID toAnother = invited(admin, "13955550000").id();
        send(colleague, HttpMethod.POST, "/invitations/" + invitation + "/acceptance", null)
                .expectStatus()
                .isOk();

        transaction.executeWithoutResult(status -> closed.handle(
                new AccountClosed(colleague.accountId(), Instant.now()),
                new EventMetadata(Ids.next(), "auth.AccountClosed", colleague.accountId(), 1, Instant.now())));

        assertThat(jdbc.sql("select id from enterprise_invitation where enterprise_id = ?")
                        .param(enterprise.getId())
                        .query(UUID.class)
                        .list())
                .containsExactly(toAnother);
    }

    @Test
    void an_invitation_that_was_accepted_in_between_is_not_declined_any_more() throws Exception {
        CurrentUser meant = person("两窗口");
        when(auth.account(meant.accountId())).thenReturn(account(meant.accountId(), "13955558888"));
        UUID invitation = invited(admin, "13955558888").id();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> declined = transaction.execute(status -> {
                jdbc.sql("""
                                update enterprise_invitation set accepted_by = ?, accepted_by_name = '两窗口', accepted_at = now()
                                where id = ?""").params(meant.accountId(), invitation).update();
                Future<Integer> asked = pool.submit(
                        () -> status(send(meant, HttpMethod.POST, "/invitations/" + invitation + "/refusal", null)));
                await().until(this::somebodyWaitsForAnInvitation);
                return asked;
            });
            assertThat(declined.get()).isEqualTo(404);
        }

        assertThat(jdbc.sql(
                                "select count(*) from outbox where data ->> 'action' = 'INVITATION_DECLINED' and data ->> 'subjectId' = ?")
                        .param(invitation.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select withdrawn_at is null from enterprise_invitation where id = ?")
                        .param(invitation)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private boolean somebodyWaitsForAnInvitation() {
        return jdbc.sql("""
                        select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                          and query like '%enterprise_invitation%')""").query(Boolean.class).single();
    }

    @Test
    void a_phone_that_nobody_has_proved_to_be_theirs_finds_no_invitation() {
        CurrentUser planted = person("冒名");
        when(auth.account(planted.accountId()))
                .thenReturn(new AccountRecord(
                        planted.accountId(),
                        UserType.ENTERPRISE,
                        null,
                        "13955557777",
                        false,
                        "冒名",
                        true,
                        false,
                        false,
                        Instant.parse("2026-03-01T02:00:00Z")));
        UUID invitation = invited(admin, "13955557777").id();

        assertThat(toMe(planted)).isEmpty();
        send(planted, HttpMethod.POST, "/invitations/" + invitation + "/acceptance", null)
                .expectStatus()
                .isNotFound();
        assertThat(memberships.roleIn(planted.accountId(), enterprise.getId())).isNull();
    }

    @Test
    void staff_of_institutions_and_who_belongs_already_do_not_join() {
        String token = invited(admin, null).token();

        refused(follow(TestUsers.ofBank(Ids.next()), token), 403, "INVITATION_NOT_FOR_ACCOUNT");
        refused(follow(admin, token), 409, "ALREADY_MEMBER");
        assertThat(memberships.roleIn(admin.accountId(), enterprise.getId())).isEqualTo("ENTERPRISE_ADMIN");
    }

    @Test
    void a_role_is_given_and_taken_but_the_last_administrator_stays_one() {
        CurrentUser colleague = member(person("同事"), enterprise, ColleagueRole.ENTERPRISE_MEMBER);

        refused(role(admin, admin, ColleagueRole.ENTERPRISE_MEMBER), 409, "LAST_ADMIN");
        refused(send(admin, HttpMethod.POST, "/enterprise/leave", null), 409, "LAST_ADMIN");
        role(admin, colleague, ColleagueRole.ENTERPRISE_ADMIN).expectStatus().isNoContent();
        role(admin, admin, ColleagueRole.ENTERPRISE_MEMBER).expectStatus().isNoContent();
        role(admin, colleague, ColleagueRole.ENTERPRISE_MEMBER).expectStatus().isNotFound();
        refused(
                send(colleague, HttpMethod.DELETE, "/enterprise/members/" + colleague.accountId(), null),
                409,
                "LAST_ADMIN");
    }

    @Test
    void an_administrator_whose_account_is_disabled_may_be_taken_out_or_demoted_and_stands_in_for_nobody() {
        CurrentUser demoted = disabled(member(person("停用甲"), enterprise, ColleagueRole.ENTERPRISE_ADMIN));
        CurrentUser removed = disabled(member(person("停用乙"), enterprise, ColleagueRole.ENTERPRISE_ADMIN));

        refused(send(admin, HttpMethod.POST, "/enterprise/leave", null), 409, "LAST_ADMIN");
        role(admin, demoted, ColleagueRole.ENTERPRISE_MEMBER).expectStatus().isNoContent();
        send(admin, HttpMethod.DELETE, "/enterprise/members/" + removed.accountId(), null)
                .expectStatus()
                .isNoContent();
        assertThat(memberships.roleIn(demoted.accountId(), enterprise.getId())).isEqualTo("ENTERPRISE_MEMBER");
        assertThat(memberships.roleIn(removed.accountId(), enterprise.getId())).isNull();
    }

    private CurrentUser disabled(CurrentUser person) {
        jdbc.sql("update account set enabled = false where id = ?")
                .param(person.accountId())
                .update();
        return person;
    }

    @Test
    void of_two_last_administrators_who_leave_at_once_one_stays() throws Exception {
        CurrentUser second = member(person("管理丙"), enterprise, ColleagueRole.ENTERPRISE_ADMIN);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both = List.of(
                    () -> status(send(admin, HttpMethod.POST, "/enterprise/leave", null)),
                    () -> status(send(second, HttpMethod.POST, "/enterprise/leave", null)));
            assertThat(pool.invokeAll(both).stream().map(answer -> answer.resultNow()))
                    .containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void an_enterprise_is_handed_over_and_who_did_it_manages_nobody_any_more() {
        CurrentUser colleague = member(person("接手人"), enterprise, ColleagueRole.ENTERPRISE_MEMBER);
        List<Instant> since = since(admin, colleague);

        handOver(colleague).expectStatus().isNoContent();
        verify(auth).prove(admin.accountId(), new OwnerProof("Gut-gewaehlt7", "123456"));

        assertThat(since(admin, colleague))
                .as("both belong to it since they first came")
                .isEqualTo(since);
        assertThat(memberships.roleIn(colleague.accountId(), enterprise.getId()))
                .isEqualTo("ENTERPRISE_ADMIN");
        assertThat(memberships.roleIn(admin.accountId(), enterprise.getId())).isEqualTo("ENTERPRISE_MEMBER");
        send(admin, HttpMethod.DELETE, "/enterprise/members/" + colleague.accountId(), null)
                .expectStatus()
                .isNotFound();
        assertThat(jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'ENTERPRISE_HANDED_OVER' and data ->> 'subjectId' = ?""")
                        .param(colleague.accountId().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'COLLEAGUE_ROLE_CHANGED' and data ->> 'subjectId' = ?""")
                        .param(admin.accountId().toString())
                        .query(Integer.class)
                        .single())
                .as("who gave it up is found by their name too")
                .isEqualTo(1);
    }

    @Test
    void an_enterprise_is_handed_over_by_nobody_who_does_not_prove_that_they_are_its_administrator() {
        CurrentUser colleague = member(person("接手人"), enterprise, ColleagueRole.ENTERPRISE_MEMBER);
        doThrow(new ProblemException(
                        new RemoteProblem("SECOND_FACTOR_WRONG", 400, "动态验证码不正确"),
                        "动态验证码不正确",
                        List.of(new FieldProblem("code", "SECOND_FACTOR_WRONG", "动态验证码不正确")),
                        Map.of()))
                .when(auth)
                .prove(any(), any());

        handOver(colleague)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("SECOND_FACTOR_WRONG")
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
        String path = "/enterprise/members/" + colleague.accountId() + "/handover";
        refused(send(admin, HttpMethod.POST, path, Map.of()), 400, "VALIDATION_FAILED");
        doThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE))
                .when(auth)
                .prove(any(), any());
        refused(handOver(colleague), 503, "SERVICE_UNAVAILABLE");

        assertThat(memberships.roleIn(admin.accountId(), enterprise.getId())).isEqualTo("ENTERPRISE_ADMIN");
        assertThat(memberships.roleIn(colleague.accountId(), enterprise.getId()))
                .isEqualTo("ENTERPRISE_MEMBER");
    }

    private ResponseSpec handOver(CurrentUser colleague) {
        return send(
                admin,
                HttpMethod.POST,
                "/enterprise/members/" + colleague.accountId() + "/handover",
                Map.of("password", "Gut-gewaehlt7", "code", "123456"));
    }

    @Test
    void a_person_of_two_enterprises_is_who_they_chose_to_be_and_reaches_the_other_only_by_choosing_it() {
        Enterprise other = enterprise("重庆另一机械有限公司");
        CurrentUser colleague = member(person("另家人"), other, ColleagueRole.ENTERPRISE_MEMBER);
        member(admin, other, ColleagueRole.ENTERPRISE_ADMIN);

        assertThat(memberships.principal(admin.accountId(), UserType.ENTERPRISE, enterprise.getId()))
                .satisfies(chosen -> assertThat(chosen.enterpriseId()).isEqualTo(enterprise.getId()));
        assertThat(memberships
                        .principal(admin.accountId(), UserType.ENTERPRISE, null)
                        .enterpriseId())
                .as("nothing chosen: the one joined last")
                .isEqualTo(other.getId());
        assertThat(memberships
                        .principal(admin.accountId(), UserType.ENTERPRISE, Ids.next())
                        .enterpriseId())
                .as("chosen, but not theirs")
                .isEqualTo(other.getId());

        send(admin, HttpMethod.DELETE, "/enterprise/members/" + colleague.accountId(), null)
                .expectStatus()
                .isNotFound();
        send(admin, HttpMethod.GET, "/enterprise/members", null)
                .expectBody()
                .jsonPath("$[?(@.accountId=='%s')]".formatted(colleague.accountId()))
                .isEmpty();
        CurrentUser switched = actingFor(admin, other, ColleagueRole.ENTERPRISE_ADMIN);
        send(switched, HttpMethod.DELETE, "/enterprise/members/" + colleague.accountId(), null)
                .expectStatus()
                .isNoContent();
        send(switched, HttpMethod.GET, "/enterprises", null)
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[?(@.current==true)].name")
                .isEqualTo(other.getName());
    }

    @Test
    void who_closes_the_account_belongs_nowhere_and_is_named_nowhere() {
        CurrentUser colleague = person("将注销");
        follow(colleague, invited(admin, null).token()).expectStatus().isOk();

        transaction.executeWithoutResult(status -> closed.handle(
                new AccountClosed(colleague.accountId(), Instant.now()),
                new EventMetadata(Ids.next(), "auth.AccountClosed", colleague.accountId(), 1, Instant.now())));

        assertThat(memberships.roleIn(colleague.accountId(), enterprise.getId()))
                .isNull();
        send(admin, HttpMethod.GET, INVITATIONS, null)
                .expectBody()
                .jsonPath("$[0].acceptedByName")
                .isEqualTo("已注销用户");
        assertThat(jdbc.sql(
                                "select data ->> 'displayName' from outbox where type = 'user.MemberJoined' and subject = ?")
                        .param(colleague.accountId())
                        .query(String.class)
                        .list())
                .as("nor in what others rebuild from")
                .containsExactly("已注销用户");
        assertThat(jdbc.sql("select count(*) from outbox where type = 'user.MemberLeft' and subject = ?")
                        .param(colleague.accountId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void user_service_knows_of_which_enterprise_somebody_is_the_only_administrator() {
        assertThat(sole(admin)).contains(enterprise.getName());
        CurrentUser second = member(person("管理丁"), enterprise, ColleagueRole.ENTERPRISE_ADMIN);
        assertThat(sole(admin)).isEqualTo("[]");
        disabled(second);
        assertThat(sole(admin)).as("who does not get in answers for nothing").contains(enterprise.getName());
    }

    private String sole(CurrentUser person) {
        return service.asService("auth-service")
                .get()
                .uri("/internal/principals/" + person.accountId() + "/sole-administrations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void what_is_kept_of_a_person_here_is_theirs_to_take_out() {
        service.as(admin)
                .get()
                .uri("/api/user/my/data")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.memberships[0].name")
                .isEqualTo(enterprise.getName())
                .jsonPath("$.memberships[0].role")
                .isEqualTo("企业管理员");
    }

    @Test
    void where_somebody_belonged_and_why_no_more_is_among_what_they_take_out() {
        CurrentUser person = member(person("有过往"), enterprise, ColleagueRole.ENTERPRISE_MEMBER);
        role(admin, person, ColleagueRole.ENTERPRISE_ADMIN).expectStatus().isNoContent();
        send(admin, HttpMethod.DELETE, "/enterprise/members/" + person.accountId(), null)
                .expectStatus()
                .isNoContent();
        Enterprise left = enterprise("重庆退出机械有限公司");
        member(person("留下的管理"), left, ColleagueRole.ENTERPRISE_ADMIN);
        send(member(person, left, ColleagueRole.ENTERPRISE_MEMBER), HttpMethod.POST, "/enterprise/leave", null)
                .expectStatus()
                .isNoContent();
        Enterprise revoked = enterprise("重庆注销过往机械有限公司");
        member(person, revoked, ColleagueRole.ENTERPRISE_ADMIN);
        transaction.executeWithoutResult(status -> memberships.endAll(revoked.getId(), null, "经办人调离", Instant.now()));

        MyData taken = takenOut(person);

        assertThat(taken.memberships()).isEmpty();
        assertThat(taken.formerMemberships())
                .extracting(MyData.Belonged::name, MyData.Belonged::role, MyData.Belonged::why)
                .containsExactly(
                        tuple(enterprise.getName(), "企业成员", "变更角色"),
                        tuple(enterprise.getName(), "企业管理员", "被企业管理员移出"),
                        tuple(left.getName(), "企业成员", "本人退出"),
                        tuple(revoked.getName(), "企业管理员", "企业码注销：经办人调离"));
        assertThat(taken.formerMemberships())
                .allSatisfy(it -> assertThat(it.joinedAt()).isBeforeOrEqualTo(it.endedAt()));

        transaction.executeWithoutResult(status -> closed.handle(
                new AccountClosed(person.accountId(), Instant.now()),
                new EventMetadata(Ids.next(), "auth.AccountClosed", person.accountId(), 1, Instant.now())));
        assertThat(takenOut(person).formerMemberships())
                .as("gone with the account")
                .isEmpty();
    }

    private MyData takenOut(CurrentUser person) {
        return Objects.requireNonNull(send(person, HttpMethod.GET, "/data", null)
                .expectStatus()
                .isOk()
                .expectBody(MyData.class)
                .returnResult()
                .getResponseBody());
    }

    private Enterprise enterprise(String name) {
        Enterprise it = Enterprises.named(name);
        register.add(it);
        register.certify(it.getId(), Instant.now());
        return it;
    }

    private CurrentUser person(String name) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, ?, 'ENTERPRISE', 'PC', now(), false)""").params(id, name).update();
        return new CurrentUser(
                id, name, UserType.ENTERPRISE, null, null, null, null, Set.of("ENTERPRISE_VISITOR"), Set.of("self"));
    }

    private CurrentUser member(CurrentUser person, Enterprise of, ColleagueRole role) {
        memberships.join(
                new Membership(Ids.next(), person.accountId(), of.getId(), null, role.name(), Instant.now()),
                person.name());
        return actingFor(person, of, role);
    }

    private static CurrentUser actingFor(CurrentUser person, Enterprise enterprise, ColleagueRole role) {
        return new CurrentUser(
                person.accountId(),
                person.name(),
                UserType.ENTERPRISE,
                enterprise.getId(),
                enterprise.getName(),
                null,
                null,
                Set.of(role.name()),
                Set.of("self", UserPermissions.OWN_ENTERPRISE, UserPermissions.MANAGE_MEMBERS));
    }

    private static AccountRecord account(UUID id, String phone) {
        return new AccountRecord(
                id,
                UserType.ENTERPRISE,
                null,
                phone,
                true,
                "某人",
                true,
                false,
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
    }

    private Invitations.Invited invited(CurrentUser by, @Nullable String phone) {
        Map<String, Object> body = phone == null
                ? Map.of("role", "ENTERPRISE_MEMBER")
                : Map.of("role", "ENTERPRISE_MEMBER", "phone", phone);
        return Objects.requireNonNull(send(by, HttpMethod.POST, INVITATIONS, body)
                .expectStatus()
                .isCreated()
                .expectBody(Invitations.Invited.class)
                .returnResult()
                .getResponseBody());
    }

    private List<InvitationToMe> toMe(CurrentUser person) {
        return List.of(Objects.requireNonNull(send(person, HttpMethod.GET, "/invitations", null)
                .expectBody(InvitationToMe[].class)
                .returnResult()
                .getResponseBody()));
    }

    private ResponseSpec follow(CurrentUser person, @Nullable String token) {
        return send(
                person, HttpMethod.POST, "/invitation-link/acceptance", Map.of("token", Objects.requireNonNull(token)));
    }

    private ResponseSpec role(CurrentUser by, CurrentUser of, ColleagueRole role) {
        return send(by, HttpMethod.PUT, "/enterprise/members/" + of.accountId() + "/role", Map.of("role", role.name()));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static int status(ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private List<Instant> since(CurrentUser... people) {
        return Stream.of(people)
                .map(one -> jdbc.sql("select joined_at from membership where account_id = ? and enterprise_id = ?")
                        .params(one.accountId(), enterprise.getId())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .toList();
    }

    private ResponseSpec send(CurrentUser user, HttpMethod method, String path, @Nullable Object body) {
        var request =
                service.as(user).method(method).uri("/api/user/my" + path).contentType(MediaType.APPLICATION_JSON);
        return body == null ? request.exchange() : request.body(body).exchange();
    }

    @Test
    void many_invitations_at_once_are_no_more_than_one_after_the_other() {
        for (int i = 1; i < Invitations.MOST_OPEN; i++) {
            invited(admin, null);
        }
        Map<String, Object> body = Map.of("role", "ENTERPRISE_MEMBER");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> many =
                    Collections.nCopies(8, () -> status(send(admin, HttpMethod.POST, INVITATIONS, body)));
            assertThat(pool.invokeAll(many).stream().map(answer -> answer.resultNow()))
                    .containsOnlyOnce(201)
                    .filteredOn(status -> status != 201)
                    .containsOnly(409);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_second_click_on_invite_makes_no_second_link() {
        CurrentUser administrator = member(person("邀请两次的人"), enterprise("重复邀请有限公司"), ColleagueRole.ENTERPRISE_ADMIN);
        String key = Ids.next().toString();

        List<Invitations.Invited> answers = Stream.of(1, 2)
                .map(click -> Objects.requireNonNull(service.as(administrator)
                        .post()
                        .uri("/api/user/my/enterprise/invitations")
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("role", "ENTERPRISE_MEMBER"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(Invitations.Invited.class)
                        .returnResult()
                        .getResponseBody()))
                .toList();

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(0).token()).isNotBlank();
    }
}
