package cn.zhengqi.user.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.AccountRenamed;
import cn.zhengqi.auth.api.AccountStatusChanged;
import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.auth.api.InternalAccounts.AccountRecord;
import cn.zhengqi.auth.api.InternalAccounts.Disabled;
import cn.zhengqi.auth.api.InternalAccounts.Disabling;
import cn.zhengqi.auth.api.InternalAccounts.OneTimeLink;
import cn.zhengqi.auth.api.UserRegistered;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Channel;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.AmongOthers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@AmongOthers
class StaffWebTest {

    private static final String[] INSTITUTION_ADMIN = {
        UserPermissions.READ_ACCOUNTS,
        UserPermissions.MANAGE_STAFF,
        UserPermissions.GRANT_ROLES,
        UserPermissions.READ_ROLES,
        UserPermissions.MANAGE_ROLES
    };

    private static final OneTimeLink LINK = new OneTimeLink("one-time", Instant.parse("2026-12-01T00:00:00Z"));
    private static final Map<String, Object> MOVED = Map.of("reason", "已调离本单位");

    @Autowired
    private InternalAccounts auth;

    @Autowired
    private Memberships memberships;

    @Autowired
    private EventHandler<AccountStatusChanged> status;

    @Autowired
    private EventHandler<UserRegistered> copies;

    @Autowired
    private EventHandler<AccountRenamed> names;

    @Autowired
    private ReferenceData reference;

    @Autowired
    private Register register;

    @Autowired
    private Strangers strangers;

    @Autowired
    private ServiceClient service;

    @Autowired
    private JdbcClient jdbc;

    private Institution operator;
    private Institution bank;
    private Institution otherBank;

    @BeforeEach
    void authServiceAnswers() {
        operator = reference.institution("YYZX").orElseThrow();
        bank = reference.institution("CCB").orElseThrow();
        otherBank = reference.institution("ICBC").orElseThrow();
        when(auth.open(any(), any())).thenReturn(LINK);
        when(auth.resetPassword(any(), any())).thenReturn(LINK);
        when(auth.account(any()))
                .thenAnswer(call -> new AccountRecord(
                        call.getArgument(0),
                        UserType.BANK,
                        "zhangsan",
                        "13800001234",
                        true,
                        "张三",
                        true,
                        true,
                        true,
                        Instant.parse("2026-03-01T02:00:00Z")));
    }

    @Test
    void an_administrator_opens_an_account_of_the_own_bank_with_a_role_and_gets_a_link() {
        CurrentUser admin = bankAdmin(bankOfficersPermissions());
        UUID id = opened(admin, "开户甲", bank, "BANK_OFFICER");

        assertThat(memberships.principal(id, UserType.BANK)).satisfies(person -> {
            assertThat(person.institutionId()).isEqualTo(bank.id());
            assertThat(person.roles()).containsExactlyInAnyOrder("STAFF", "BANK_OFFICER");
        });
        service.as(admin)
                .get()
                .uri("/api/user/staff/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("13800001234")
                .jsonPath("$.awaitsPassword")
                .isEqualTo(true)
                .jsonPath("$.grants[?(@.role=='BANK_OFFICER')].byName")
                .isEqualTo(admin.name())
                .jsonPath("$.available[?(@.code=='SYSTEM_ADMIN')]")
                .doesNotExist();
        service.as(Staff.of(bank, UserPermissions.READ_ACCOUNTS))
                .get()
                .uri("/api/user/staff/" + id)
                .exchange()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("138****1234");
        service.as(admin)
                .get()
                .uri("/api/user/staff?q=开户甲&enabled=true")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].roleNames[0]")
                .isEqualTo("银行客户经理");
    }

    @Test
    void an_account_that_auth_service_refuses_leaves_nothing() {
        when(auth.open(any(), any())).thenThrow(new ProblemException(CommonProblem.CONFLICT));

        open(bankAdmin(), "被拒甲", bank).expectStatus().isEqualTo(409);

        assertThat(jdbc.sql("select count(*) from staff_opening where display_name = '被拒甲'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(found(bankAdmin(), "被拒甲")).isZero();
    }

    @Test
    void nobody_is_opened_or_enabled_in_an_institution_that_is_retired_meanwhile() {
        CurrentUser admin = Staff.of(otherBank, INSTITUTION_ADMIN);
        UUID id = opened(admin, "停机甲", otherBank);
        copied(id, "停机甲");
        try {
            when(auth.open(any(), any())).thenAnswer(call -> retired(otherBank));
            open(admin, "停机乙", otherBank)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("INSTITUTION_IS_RETIRED");
            assertThat(found(admin, "停机乙")).isZero();

            post(admin, "/api/user/staff/" + id + "/enable").expectStatus().isEqualTo(409);
            verify(auth).enable(eq(id), any());
            verify(auth).disable(eq(id), any());
        } finally {
            jdbc.sql("update institution set retired_at = null where id = ?")
                    .param(otherBank.id())
                    .update();
        }
        post(admin, "/api/user/staff/" + id + "/enable").expectStatus().isNoContent();
    }

    /** What this copy of the service has in memory is older. */
    private OneTimeLink retired(Institution institution) {
        jdbc.sql("update institution set retired_at = now() where id = ?")
                .param(institution.id())
                .update();
        return LINK;
    }

    @Test
    void an_account_whose_opening_was_not_heard_of_is_the_same_one_when_it_is_asked_for_again() {
        CurrentUser admin = bankAdmin();
        when(auth.open(any(), any()))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE))
                .thenReturn(LINK);

        open(admin, "超时甲", "13800002001", bank).expectStatus().isEqualTo(503);
        assertThat(found(admin, "超时甲")).as("nobody's yet").isZero();
        open(admin, "超时甲", "13800002001", bank).expectStatus().isCreated();

        ArgumentCaptor<UUID> ids = ArgumentCaptor.captor();
        verify(auth, times(2)).open(ids.capture(), any());
        assertThat(Set.copyOf(ids.getAllValues())).hasSize(1);
        assertThat(found(admin, "超时甲")).isEqualTo(1);
        assertThat(memberships.rolesAt(ids.getValue(), bank.id())).containsExactly("STAFF");
    }

    @Test
    void an_account_that_was_opened_there_and_not_here_is_finished_by_the_next_try() {
        CurrentUser admin = bankAdmin();
        when(auth.open(any(), any())).thenAnswer(call -> {
            jdbc.sql("alter table membership add constraint broken check (role_code <> 'STAFF') not valid")
                    .update();
            return LINK;
        });
        try {
            open(admin, "失败甲", "13800002002", bank).expectStatus().isEqualTo(409);
        } finally {
            jdbc.sql("alter table membership drop constraint broken").update();
        }
        assertThat(found(admin, "失败甲")).isZero();

        doReturn(LINK).when(auth).open(any(), any());
        open(admin, "失败乙", "13800002002", bank).expectStatus().isCreated();

        ArgumentCaptor<UUID> ids = ArgumentCaptor.captor();
        verify(auth, times(2)).open(ids.capture(), any());
        assertThat(Set.copyOf(ids.getAllValues())).hasSize(1);
        assertThat(found(admin, "失败乙")).isEqualTo(1);
    }

    @Test
    void what_auth_service_refuses_after_an_unheard_answer_keeps_the_account_for_the_next_try() {
        CurrentUser admin = bankAdmin();
        when(auth.open(any(), any()))
                .thenThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE))
                .thenThrow(new ProblemException(CommonProblem.CONFLICT))
                .thenReturn(LINK);

        open(admin, "再拒甲", "13800002003", bank).expectStatus().isEqualTo(503);
        open(admin, "再拒甲", "13800002003", bank).expectStatus().isEqualTo(409);
        open(admin, "再拒甲", "13800002003", bank).expectStatus().isCreated();

        ArgumentCaptor<UUID> ids = ArgumentCaptor.captor();
        verify(auth, times(3)).open(ids.capture(), any());
        assertThat(Set.copyOf(ids.getAllValues())).hasSize(1);
    }

    @Test
    void whether_an_account_is_enabled_is_what_auth_service_says_and_what_it_did_is_on_its_record_alone() {
        CurrentUser admin = bankAdmin();
        UUID id = opened(admin, "未答甲", bank);
        copied(id, "未答甲");
        doThrow(new ProblemException(CommonProblem.SERVICE_UNAVAILABLE))
                .doNothing()
                .when(auth)
                .disable(eq(id), any());

        disable(admin, "/api/user/staff/" + id).expectStatus().isEqualTo(503);
        assertThat(found(admin, "未答甲&enabled=true")).as("not heard of yet").isEqualTo(1);
        disable(admin, "/api/user/staff/" + id).expectStatus().isNoContent();
        status.handle(new AccountStatusChanged(id, false, Instant.now()), meta(id, 1));

        assertThat(found(admin, "未答甲&enabled=false")).isEqualTo(1);
        doThrow(new ProblemException(CommonProblem.CONFLICT)).when(auth).enable(eq(id), any());
        post(admin, "/api/user/staff/" + id + "/enable").expectStatus().isEqualTo(409);
        assertThat(recorded("ACCOUNT_DISABLED", id) + recorded("ACCOUNT_ENABLED", id))
                .as("one truth of it, and not here")
                .isZero();
    }

    @Test
    void nobody_gives_a_role_whose_permissions_they_do_not_hold() {
        CurrentUser admin = bankAdmin();

        open(admin, "越权甲", bank, "BANK_OFFICER")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_NOT_HELD");
        open(admin, "越权乙", bank, "SYSTEM_ADMIN")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ROLE_NOT_FOR_INSTITUTION");
        open(system(), "无授权甲", operator, "OPERATOR").expectStatus().isForbidden();
        UUID id = opened(system(), "待授权", bank);
        grant(security(), id, "BANK_OFFICER").expectStatus().isNoContent();
        grant(security(), id).expectStatus().isNoContent();
        assertThat(memberships.rolesAt(id, bank.id())).containsExactly("STAFF");
    }

    @Test
    void nobody_gets_two_of_the_three_duties_but_may_change_from_one_to_another() {
        grant(security(), opened(system(), "三员乙", "13800001235", operator), "SYSTEM_ADMIN")
                .expectStatus()
                .isNoContent();
        UUID id = opened(system(), "三员甲", operator);
        grant(security(), id, "SYSTEM_ADMIN").expectStatus().isNoContent();

        grant(security(), id, "SYSTEM_ADMIN", "AUDIT_ADMIN")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUTY_CONFLICT")
                .jsonPath("$.errors[0].field")
                .isEqualTo("roles");
        grant(security(), id, "AUDIT_ADMIN").expectStatus().isNoContent();
        assertThat(memberships.rolesAt(id, operator.id())).containsExactly("AUDIT_ADMIN", "STAFF");
    }

    @Test
    void who_manages_accounts_does_not_take_over_one_of_another_duty() {
        UUID id = opened(system(), "安全员甲", operator);
        grant(security(), id, "SECURITY_ADMIN").expectStatus().isNoContent();

        post(system(), "/api/user/staff/" + id + "/password-link")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUTY_ACCOUNT");
        verify(auth, never()).resetPassword(eq(id), any());
        post(system(), "/api/user/staff/" + id + "/second-factor-removal")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUTY_ACCOUNT");
        verify(auth, never()).removeSecondFactor(eq(id), any());
    }

    @Test
    void who_manages_accounts_does_not_get_rid_of_who_watches_them() {
        UUID id = opened(system(), "审计员甲", operator);
        grant(security(), id, "AUDIT_ADMIN").expectStatus().isNoContent();

        for (String action : List.of("disable", "enable")) {
            send(system(), HttpMethod.POST, "/api/user/staff/" + id + "/" + action, MOVED)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("DUTY_ACCOUNT");
        }
        verify(auth, never()).disable(eq(id), any());
        grant(security(), opened(system(), "审计员乙", "13800001236", operator), "AUDIT_ADMIN")
                .expectStatus()
                .isNoContent();
        grant(security(), id).expectStatus().isNoContent();
        disable(system(), "/api/user/staff/" + id).expectStatus().isNoContent();
    }

    @Test
    void the_last_who_watches_keeps_the_role_until_somebody_else_has_it() {
        jdbc.sql("delete from membership where duty = 'AUDIT'").update();
        UUID id = opened(system(), "审计员丙", operator);
        grant(security(), id, "AUDIT_ADMIN").expectStatus().isNoContent();

        grant(security(), id)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LAST_OF_DUTY");
        assertThat(memberships.rolesAt(id, operator.id())).containsExactly("AUDIT_ADMIN", "STAFF");

        UUID next = opened(system(), "审计员丁", "13800001237", operator);
        grant(security(), next, "AUDIT_ADMIN").expectStatus().isNoContent();
        grant(security(), id).expectStatus().isNoContent();
        assertThat(memberships.rolesAt(id, operator.id())).containsExactly("STAFF");
    }

    @Test
    void the_record_of_a_grant_says_the_roles_by_the_names_that_people_know() {
        UUID id = opened(bankAdmin(bankOfficersPermissions()), "客户经理丁", bank);
        grant(bankAdmin(bankOfficersPermissions()), id, "BANK_OFFICER")
                .expectStatus()
                .isNoContent();

        assertThat(jdbc.sql("""
                        select coalesce(change ->> 'before', '') || ' → ' || (change ->> 'after')
                        from outbox, jsonb_array_elements(data -> 'changes') change
                        where type = 'audit.ChangeRecorded' and data ->> 'action' = 'ROLES_GRANTED'
                          and data ->> 'subjectId' = ?
                          and change ->> 'field' = 'roles'""").param(id.toString()).query(String.class).single())
                .as("and nothing that nobody granted")
                .isEqualTo(" → 银行客户经理");
    }

    @Test
    void who_cannot_give_a_role_cannot_take_it_away() {
        UUID id = opened(bankAdmin(bankOfficersPermissions()), "客户经理丙", bank, "BANK_OFFICER");
        CurrentUser grantsOnly = Staff.of(bank, UserPermissions.READ_ACCOUNTS, UserPermissions.GRANT_ROLES);

        grant(grantsOnly, id)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_NOT_HELD");

        assertThat(memberships.rolesAt(id, bank.id())).containsExactly("BANK_OFFICER", "STAFF");
    }

    @Test
    void nobody_gets_a_link_or_the_phone_into_the_own_hands_of_an_account_that_may_more() {
        UUID id = opened(system(), "审核员甲", operator);
        grant(security(), id, "CODE_REVIEWER").expectStatus().isNoContent();
        when(auth.resetPassword(eq(id), any())).thenReturn(new OneTimeLink(null, LINK.expiresAt()));

        post(system(), "/api/user/staff/" + id + "/password-link")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.token")
                .doesNotExist();
        verify(auth).resetPassword(eq(id), argThat(by -> !by.intoHand()));
        change(system(), id, "13800009999")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("STRONGER_ACCOUNT");
        change(system(), id, "13800001234").expectStatus().isNoContent();

        grant(security(), id).expectStatus().isNoContent();
        post(system(), "/api/user/staff/" + id + "/password-link")
                .expectStatus()
                .isOk();
        verify(auth).resetPassword(eq(id), argThat(InternalAccounts.PasswordReset::intoHand));
        change(system(), id, "13800009999").expectStatus().isNoContent();
    }

    @Test
    void the_link_of_a_person_who_registered_alone_is_never_in_anybody_else_s_hands() {
        UUID person = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '自助注册丙', 'ENTERPRISE', 'PC', now(), false)""").param(person).update();

        post(
                        Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS),
                        "/api/user/enterprise-accounts/" + person + "/password-link")
                .expectStatus()
                .isOk();

        verify(auth).resetPassword(eq(person), argThat(by -> !by.intoHand()));
    }

    private ResponseSpec change(CurrentUser user, UUID id, String phone) {
        return send(user, HttpMethod.PUT, "/api/user/staff/" + id, Map.of("displayName", "审核员甲", "phone", phone));
    }

    @Test
    void nobody_changes_the_own_roles_or_locks_oneself_out() {
        CurrentUser admin = bankAdmin();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '自己', 'BANK', 'PC', now(), false)""").param(admin.accountId()).update();
        memberships.grant(admin.accountId(), "自己", bank.id(), "STAFF", Instant.now(), admin.accountId(), admin.name());

        grant(admin, admin.accountId(), "INSTITUTION_ADMIN").expectStatus().isEqualTo(409);
        disable(admin, "/api/user/staff/" + admin.accountId()).expectStatus().isEqualTo(409);
        post(admin, "/api/user/staff/" + admin.accountId() + "/password-link")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void nobody_is_disabled_without_a_reason_and_who_looks_after_the_account_reads_it() {
        CurrentUser admin = bankAdmin();
        UUID id = opened(admin, "原因甲", bank);
        String account = "/api/user/staff/" + id;
        for (String reason : List.of("", " ", "长".repeat(501))) {
            send(admin, HttpMethod.POST, account + "/disable", Map.of("reason", reason))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("reason");
        }
        verify(auth, never()).disable(any(), any());

        disable(admin, account).expectStatus().isNoContent();

        ArgumentCaptor<Disabling> asked = ArgumentCaptor.captor();
        verify(auth).disable(eq(id), asked.capture());
        assertThat(asked.getValue().reason()).isEqualTo("已调离本单位");
        assertThat(asked.getValue().by().name()).isEqualTo(admin.name());
        when(auth.account(id))
                .thenReturn(new AccountRecord(
                        id,
                        UserType.BANK,
                        null,
                        "13800001234",
                        true,
                        "原因甲",
                        false,
                        false,
                        false,
                        Instant.parse("2026-03-01T02:00:00Z")));
        when(auth.disabled(id))
                .thenReturn(new Disabled("已调离本单位", "陈管理", Instant.parse("2026-11-03T02:00:00Z")))
                .thenReturn(new Disabled(null, null, null));
        detail(admin, account)
                .jsonPath("$.disabled.reason")
                .isEqualTo("已调离本单位")
                .jsonPath("$.disabled.byName")
                .isEqualTo("陈管理")
                .jsonPath("$.disabled.at")
                .isEqualTo("2026-11-03T10:00:00+08:00");
        detail(admin, account)
                .jsonPath("$.enabled")
                .isEqualTo(false)
                .jsonPath("$.disabled")
                .doesNotExist();
    }

    private RestTestClient.BodyContentSpec detail(CurrentUser user, String account) {
        return service.as(user)
                .get()
                .uri(account)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void an_account_is_disabled_enabled_renamed_and_gets_a_new_link() {
        CurrentUser admin = bankAdmin();
        UUID id = opened(admin, "停用甲", bank);
        copied(id, "停用甲");

        disable(admin, "/api/user/staff/" + id).expectStatus().isNoContent();
        verify(auth).disable(eq(id), any());
        status.handle(new AccountStatusChanged(id, false, Instant.now()), meta(id, 1));
        assertThat(found(admin, "停用甲&enabled=false")).isEqualTo(1);
        status.handle(new AccountStatusChanged(id, true, Instant.now()), meta(id, 3));
        status.handle(new AccountStatusChanged(id, false, Instant.now()), meta(id, 2));
        service.as(admin)
                .get()
                .uri("/api/user/staff?q=停用甲&enabled=true")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
        post(admin, "/api/user/staff/" + id + "/password-link")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.token")
                .isEqualTo("one-time");
        post(admin, "/api/user/staff/" + id + "/second-factor-removal")
                .expectStatus()
                .isNoContent();
        verify(auth).removeSecondFactor(eq(id), any());
        service.as(admin)
                .put()
                .uri("/api/user/staff/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("displayName", "改名甲", "phone", "13800005678"))
                .exchange()
                .expectStatus()
                .isNoContent();
        verify(auth).change(eq(id), argThat(change -> change.phone().equals("13800005678")));
        names.handle(new AccountRenamed(id, "改名甲", Instant.now()), meta(id, 5));
        names.handle(new AccountRenamed(id, "旧名甲", Instant.now()), meta(id, 4));
        assertThat(found(admin, "改名甲")).isEqualTo(1);
    }

    @Test
    void only_a_phone_that_is_editable_for_the_role_is_changed_and_otherwise_nothing_is() {
        UUID id = opened(bankAdmin(), "字段员工", bank);
        for (FieldRule rule : List.of(FieldRule.PLAIN, FieldRule.MASKED, FieldRule.HIDDEN)) {
            CurrentUser reader = bankAdmin().seeing(Map.of(UserFields.STAFF_PHONE, rule));
            change(reader, id, "13900002222")
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("FIELD_NOT_EDITABLE")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("phone");
        }
        verify(auth, never()).change(eq(id), any());

        CurrentUser covered = bankAdmin().seeing(Map.of(UserFields.STAFF_PHONE, FieldRule.MASKED));
        change(covered, id, "138****1234").expectStatus().isNoContent();
        send(covered, HttpMethod.PUT, "/api/user/staff/" + id, Map.of("displayName", "审核员甲"))
                .expectStatus()
                .isNoContent();
        verify(auth, times(2))
                .change(
                        eq(id),
                        argThat(change -> change.phone().equals("13800001234")
                                && change.displayName().equals("审核员甲")));

        change(bankAdmin(), id, "138****9999").expectStatus().isBadRequest();
        change(bankAdmin().seeing(Map.of(UserFields.STAFF_PHONE, FieldRule.EDITABLE)), id, "13900002222")
                .expectStatus()
                .isNoContent();
        verify(auth).change(eq(id), argThat(change -> change.phone().equals("13900002222")));
    }

    @Test
    void another_banks_accounts_are_not_there() {
        UUID id = opened(bankAdmin(), "建行员工", bank);
        CurrentUser stranger = Staff.of(otherBank, INSTITUTION_ADMIN);

        service.as(stranger)
                .get()
                .uri("/api/user/staff/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        for (String action : List.of("disable", "enable", "password-link", "second-factor-removal")) {
            send(stranger, HttpMethod.POST, "/api/user/staff/" + id + "/" + action, MOVED)
                    .expectStatus()
                    .isNotFound();
        }
        grant(stranger, id).expectStatus().isNotFound();
        open(stranger, "别家开户", bank).expectStatus().isNotFound();
        service.as(stranger)
                .get()
                .uri("/api/user/staff?q=建行员工")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        service.as(stranger)
                .get()
                .uri("/api/user/accounts?q=建行员工")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        service.as(stranger)
                .get()
                .uri("/api/user/managed-institutions/" + bank.id() + "/roles")
                .exchange()
                .expectStatus()
                .isNotFound();
        verify(auth, never()).disable(eq(id), any());
    }

    @Test
    void a_phone_is_shown_for_a_reason_that_goes_on_record_and_to_its_owner() {
        UUID person = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '来电人丙', 'ENTERPRISE', 'PC', now(), false)""").param(person).update();
        String path = "/api/user/enterprise-accounts/" + person + "/reveal";
        CurrentUser looks = Staff.of(operator, UserPermissions.REVEAL_ENTERPRISE_USERS);
        Map<String, Object> ask = Map.of("field", UserFields.ENTERPRISE_ACCOUNT_PHONE, "reason", "用户来电核实身份");

        send(Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS), HttpMethod.POST, path, ask)
                .expectStatus()
                .isForbidden();
        send(looks, HttpMethod.POST, path, Map.of("field", "user.staff.phone", "reason", "用户来电核实身份"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FIELD_UNKNOWN");
        send(looks.seeing(Map.of(UserFields.ENTERPRISE_ACCOUNT_PHONE, FieldRule.HIDDEN)), HttpMethod.POST, path, ask)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FIELD_HIDDEN");
        assertThat(revealed(person)).isEmpty();

        send(looks, HttpMethod.POST, path, ask)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.value")
                .isEqualTo("13800001234");

        assertThat(revealed(person))
                .singleElement()
                .asString()
                .contains("用户来电核实身份", "手机号", looks.name())
                .doesNotContain("13800001234");
        assertThat(jdbc.sql("""
                                select data::text from outbox where type = 'audit.ChangeRecorded'
                                and data ->> 'action' = 'ENTERPRISE_ACCOUNT_FIELD_REVEALED' and data ->> 'subjectId' = ?""").param(person.toString()).query(String.class).single())
                .contains("用户来电核实身份")
                .doesNotContain("13800001234");
    }

    private List<String> revealed(UUID person) {
        return jdbc.sql(
                        "select data::text from outbox where type = 'user.AccountFieldRevealed' and data ->> 'accountId' = ?")
                .param(person.toString())
                .query(String.class)
                .list();
    }

    @Test
    void people_of_enterprises_are_disabled_by_the_platform_and_staff_are_not_among_them() {
        UUID person = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '企业用户甲', 'ENTERPRISE', 'WECHAT', now(), false)""").param(person).update();
        UUID staff = opened(system(), "企业用户乙", bank);
        CurrentUser platform = Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS);

        service.as(platform)
                .get()
                .uri("/api/user/enterprise-accounts?q=企业用户")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
        service.as(platform)
                .get()
                .uri("/api/user/enterprise-accounts/" + person)
                .exchange()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("138****1234");
        disable(platform, "/api/user/enterprise-accounts/" + person)
                .expectStatus()
                .isNoContent();
        verify(auth).disable(eq(person), any());
        disable(platform, "/api/user/enterprise-accounts/" + staff)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void no_stranger_comes_by_any_route_with_an_id() {
        CurrentUser admin = bankAdmin();
        UUID id = opened(admin, "陌生人测试", bank);
        jdbc.sql("insert into role (code, name, institution_id, created_by) values ('R_STRANGE', '陌生岗', ?, ?)")
                .params(bank.id(), Ids.next())
                .update();
        String staff = "/api/user/staff/{id}";
        String role = "/api/user/roles/{code}";
        Map<String, Object> change =
                Map.of("name", "陌生岗", "description", "", "version", 0, "permissions", List.of("self"));

        // Of a version that is not there: its owner is told so, and nothing of the bank of other tests changes.
        Map<String, Object> institution = Map.of(
                "version",
                999,
                "institution",
                Map.of("name", bank.name(), "address", "", "phone", "", "website", "", "contacts", List.of()));
        CurrentUser keeper = Staff.of(bank, UserPermissions.MANAGE_INSTITUTIONS);
        Enterprise enterprise = Enterprises.named("重庆陌生人机械有限公司");
        register.add(enterprise);
        CurrentUser own = TestUsers.ofEnterprise(enterprise.getId(), UserPermissions.MANAGE_MEMBERS);
        joined(own.accountId(), enterprise);
        UUID leaving = joined(Ids.next(), enterprise);
        UUID succeeding = joined(Ids.next(), enterprise);
        UUID invitation = invitationOf(own);
        UUID person = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '生人所问', 'ENTERPRISE', 'PC', now(), false)""").param(person).update();
        CurrentUser platform =
                Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS, UserPermissions.REVEAL_ENTERPRISE_USERS);
        String people = "/api/user/enterprise-accounts/{id}";
        String words = "/api/user/reference-data/{kind}";
        strangers
                .toward()
                .owned("GET " + people, platform, person)
                .owned("PUT " + people, platform, person, Map.of("displayName", "改名"))
                .owned(
                        "POST " + people + "/reveal",
                        platform,
                        person,
                        Map.of("field", UserFields.ENTERPRISE_ACCOUNT_PHONE, "reason", "用户来电核实身份"))
                .owned("POST " + people + "/password-link", platform, person)
                .owned("POST " + people + "/second-factor-removal", platform, person)
                .owned("POST " + people + "/disable", platform, person, MOVED)
                .owned("POST " + people + "/enable", platform, person)
                .allOpen(
                        "chambers and providers that apply are nobody's yet: who admits them admits all",
                        "GET /api/user/admissions/{id}",
                        "GET /api/user/admissions/{id}/papers/{paperId}",
                        "POST /api/user/admissions/{id}/approval",
                        "POST /api/user/admissions/{id}/rejection")
                .allOpen(
                        "names a word, day or year of what is one for the whole platform",
                        "PUT /api/user/calendars/days/{date}",
                        "POST /api/user/calendars/{year}/import",
                        "POST /api/user/calendars/{year}/withdraw",
                        "POST " + words,
                        "POST " + words + "/import",
                        "POST " + words + "/import/check",
                        "GET " + words + "/{code}",
                        "PUT " + words + "/{code}",
                        "DELETE " + words + "/{code}",
                        "POST " + words + "/{code}/retire",
                        "POST " + words + "/{code}/restore")
                .owned("GET " + staff, admin, id)
                .owned("PUT " + staff, admin, id, Map.of("displayName", "改名", "phone", "13800005678"))
                .owned("PUT " + staff + "/roles", admin, id, Map.of("roles", List.of()))
                .owned("POST " + staff + "/password-link", admin, id)
                .owned("POST " + staff + "/second-factor-removal", admin, id)
                .owned("POST " + staff + "/enable", admin, id)
                .owned("POST " + staff + "/disable", admin, id, MOVED)
                .owned("GET " + role, admin, "R_STRANGE")
                .owned("PUT " + role, admin, "R_STRANGE", change)
                .owned("PUT " + role + "/fields", admin, "R_STRANGE", Map.of("fields", Map.of(), "version", 0))
                .owned("PUT " + role + "/scopes", admin, "R_STRANGE", Map.of("scopes", List.of(), "version", 0))
                .owned("POST " + role + "/copy", admin, "R_STRANGE", Map.of("name", "抄来的岗"))
                .owned("DELETE " + role, admin, "R_STRANGE")
                .owned("GET /api/user/managed-institutions/{id}/roles", admin, bank.id())
                .open("GET /api/user/enterprises/{id}", "departments serve every enterprise of the district")
                .open("PUT /api/user/enterprises/{id}/park", "a department says of any enterprise where it lies")
                .owned("GET /api/user/institutions/{id}", Staff.of(bank, "user.institution.read"), bank.id())
                .owned("PUT /api/user/institutions/{id}", keeper, bank.id(), institution)
                .owned("POST /api/user/institutions/{id}/retire", keeper, bank.id(), Map.of("version", 999))
                .owned("POST /api/user/institutions/{id}/restore", keeper, bank.id(), Map.of("version", 999))
                .owned(
                        "PUT /api/user/my/enterprise/members/{accountId}/role",
                        own,
                        leaving,
                        Map.of("role", "ENTERPRISE_MEMBER"))
                .owned("DELETE /api/user/my/enterprise/members/{accountId}", own, leaving)
                .owned("POST /api/user/my/enterprise/invitations/{id}/withdrawal", own, invitation)
                .owned(
                        "POST /api/user/my/enterprise/members/{accountId}/handover",
                        own,
                        succeeding,
                        Map.of("password", "Zhengqi@2026"))
                .open(
                        "POST /api/user/my/invitations/{id}/acceptance",
                        "goes to a phone: ColleaguesWebTest tries others")
                .open("POST /api/user/my/invitations/{id}/refusal", "goes to a phone: ColleaguesWebTest tries others")
                .areTurnedAway();
        // By the owner, once; no stranger came so far.
        verify(auth).disable(eq(id), any());
        verify(auth).resetPassword(eq(id), any());
    }

    private UUID joined(UUID account, Enterprise enterprise) {
        jdbc.sql(
                        "insert into membership (id, account_id, enterprise_id, role_code, joined_at) values (?, ?, ?, 'ENTERPRISE_ADMIN', now())")
                .params(Ids.next(), account, enterprise.getId())
                .update();
        return account;
    }

    /** Of the administrator's enterprise, by a phone that is nobody's here. */
    private UUID invitationOf(CurrentUser administrator) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into enterprise_invitation (id, enterprise_id, role_code, token_hash, invited_by, invited_by_name, created_at, expires_at)
                        values (?, ?, 'ENTERPRISE_MEMBER', sha256(uuid_send(gen_random_uuid())), ?, '管理员', now(), now() + interval '1 day')""")
                .params(id, administrator.requireEnterprise(), administrator.accountId())
                .update();
        return id;
    }

    private CurrentUser bankAdmin(String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(INSTITUTION_ADMIN));
        all.addAll(Arrays.asList(more));
        return Staff.of(bank, all.toArray(String[]::new));
    }

    private String[] bankOfficersPermissions() {
        return jdbc.sql("select permission from role_permission where role_code = 'BANK_OFFICER'")
                .query((row, n) -> row.getString(1))
                .list()
                .toArray(String[]::new);
    }

    private CurrentUser system() {
        return Staff.of(operator, UserPermissions.READ_ACCOUNTS, UserPermissions.MANAGE_STAFF);
    }

    private CurrentUser security() {
        return Staff.of(
                operator, UserPermissions.READ_ACCOUNTS, UserPermissions.GRANT_ROLES, UserPermissions.GRANT_ANY);
    }

    private UUID opened(CurrentUser user, String name, Institution institution, String... roles) {
        return opened(user, name, "13800001234", institution, roles);
    }

    private UUID opened(CurrentUser user, String name, String phone, Institution institution, String... roles) {
        open(user, name, phone, institution, roles).expectStatus().isCreated();
        return jdbc.sql("select account_id from staff_opening where display_name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    /** The event of auth-service has come. */
    private void copied(UUID id, String name) {
        copies.handle(new UserRegistered(id, UserType.BANK, name, Channel.PC, Instant.now(), false), meta(id, 0));
    }

    private int found(CurrentUser user, String query) {
        AtomicInteger total = new AtomicInteger();
        service.as(user)
                .get()
                .uri("/api/user/staff?q=" + query)
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .value(Integer.class, total::set);
        return total.get();
    }

    private long recorded(String action, UUID id) {
        return jdbc.sql("select count(*) from outbox where data ->> 'action' = ? and data ->> 'subjectId' = ?")
                .params(action, id.toString())
                .query(Long.class)
                .single();
    }

    private ResponseSpec open(CurrentUser user, String name, Institution institution, String... roles) {
        return open(user, name, "13800001234", institution, roles);
    }

    private ResponseSpec open(CurrentUser user, String name, String phone, Institution institution, String... roles) {
        return send(
                user,
                HttpMethod.POST,
                "/api/user/staff",
                Map.of(
                        "displayName",
                        name,
                        "phone",
                        phone,
                        "institutionId",
                        institution.id(),
                        "roles",
                        List.of(roles)));
    }

    private ResponseSpec grant(CurrentUser user, UUID id, String... roles) {
        return send(user, HttpMethod.PUT, "/api/user/staff/" + id + "/roles", Map.of("roles", List.of(roles)));
    }

    private ResponseSpec disable(CurrentUser user, String account) {
        return send(user, HttpMethod.POST, account + "/disable", MOVED);
    }

    private ResponseSpec post(CurrentUser user, String path) {
        return send(user, HttpMethod.POST, path, Map.of());
    }

    private ResponseSpec send(CurrentUser user, HttpMethod method, String path, Object body) {
        return service.as(user)
                .method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static EventMetadata meta(UUID account, long version) {
        return new EventMetadata(Ids.next(), "auth.AccountStatusChanged", account, version, Instant.now());
    }

    @Test
    void staff_open_an_account_for_an_enterprise_s_person_which_acts_for_nobody_yet() {
        CurrentUser system = Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS);
        var answer = send(
                        system,
                        HttpMethod.POST,
                        "/api/user/enterprise-accounts",
                        Map.of("displayName", "代开户", "phone", "13911112222"))
                .expectStatus()
                .isCreated()
                .expectBody(StaffAccounts.Opened.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer.link()).isEqualTo(LINK);
        verify(auth)
                .open(
                        eq(answer.accountId()),
                        argThat(account -> account.userType() == UserType.ENTERPRISE
                                && account.phone().equals("13911112222")
                                && account.username() == null
                                && account.by().id().equals(system.accountId())));
        assertThat(memberships
                        .principal(answer.accountId(), UserType.ENTERPRISE)
                        .enterpriseId())
                .isNull();
    }

    @Test
    void a_name_is_mended_without_the_phone_being_known_and_a_phone_by_its_new_number() {
        UUID id = Ids.next();
        copies.handle(new UserRegistered(id, UserType.ENTERPRISE, "旧名", Channel.PC, Instant.now(), false), meta(id, 0));
        CurrentUser system = Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS);

        send(system, HttpMethod.PUT, "/api/user/enterprise-accounts/" + id, Map.of("displayName", "新名"))
                .expectStatus()
                .isNoContent();
        verify(auth).change(eq(id), changed("13800001234", "新名", system));
        send(
                        system,
                        HttpMethod.PUT,
                        "/api/user/enterprise-accounts/" + id,
                        Map.of("displayName", "新名", "phone", "13700007777"))
                .expectStatus()
                .isNoContent();
        verify(auth).change(eq(id), changed("13700007777", "新名", system));
    }

    /** Who asked, and from where, goes along: it is auth-service that puts it on record. */
    private static InternalAccounts.AccountChange changed(String phone, String name, CurrentUser by) {
        return argThat(change -> change.phone().equals(phone)
                && change.displayName().equals(name)
                && change.by().id().equals(by.accountId())
                && change.by().name().equals(by.name())
                && Objects.equals(change.by().institutionName(), by.institutionName())
                && change.by().address() != null);
    }

    @Test
    void an_account_of_an_institution_is_not_edited_as_one_of_an_enterprise() {
        UUID id = opened(bankAdmin(), "机构的人", bank);
        copies.handle(new UserRegistered(id, UserType.BANK, "机构的人", Channel.PC, Instant.now(), false), meta(id, 0));

        send(
                        Staff.of(operator, UserPermissions.MANAGE_ENTERPRISE_USERS),
                        HttpMethod.PUT,
                        "/api/user/enterprise-accounts/" + id,
                        Map.of("displayName", "改名", "phone", "13700007778"))
                .expectStatus()
                .isNotFound();
        verify(auth, never()).change(eq(id), any());
    }

    @Test
    void accounts_are_taken_out_by_their_filter_and_as_far_as_somebody_sees_them() {
        opened(bankAdmin(bankOfficersPermissions()), "导出甲", bank, "BANK_OFFICER");
        opened(bankAdmin(), "导出乙", bank);

        ExportedFile all = ExportedFile.of(service.as(bankAdmin()), "/api/user/staff/export?q=导出&sort=displayName,asc");
        assertThat(all.head()).containsExactly("姓名", "所属机构", "角色", "状态", "开通时间", "演示数据");
        assertThat(all.column("姓名")).containsExactlyInAnyOrder("导出甲", "导出乙");
        assertThat(all.column("所属机构")).containsOnly(bank.name());
        assertThat(ExportedFile.of(service.as(bankAdmin()), "/api/user/staff/export?q=导出&granted=false")
                        .column("姓名"))
                .as("those who wait for a role")
                .containsExactly("导出乙");
        assertThat(ExportedFile.of(service.as(bankAdmin()), "/api/user/staff/export?q=导出&role=BANK_OFFICER")
                        .column("角色"))
                .containsExactly("银行客户经理");
        assertThat(ExportedFile.of(
                                service.as(Staff.of(otherBank, UserPermissions.READ_ACCOUNTS)),
                                "/api/user/staff/export?q=导出")
                        .rows())
                .as("another bank's people are not there")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox where type = 'audit.ChangeRecorded'"
                                + " and data ->> 'action' = 'STAFF_EXPORTED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void who_does_not_read_accounts_takes_none_out_and_an_unknown_order_is_refused() {
        CurrentUser stranger = Staff.of(bank, UserPermissions.READ_ENTERPRISES);
        for (String path :
                List.of("/staff/export", "/enterprise-accounts/export", "/accounts/export", "/roles/export")) {
            service.as(stranger)
                    .get()
                    .uri("/api/user" + path)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        CurrentUser system = Staff.of(
                operator,
                UserPermissions.READ_ACCOUNTS,
                UserPermissions.MANAGE_ENTERPRISE_USERS,
                UserPermissions.READ_ROLES);
        for (String path : List.of("/staff", "/enterprise-accounts", "/accounts", "/roles")) {
            for (String way : List.of("", "/export")) {
                service.as(system)
                        .get()
                        .uri("/api/user" + path + way + "?sort=phone,asc")
                        .exchange()
                        .expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("VALIDATION_FAILED");
            }
        }
    }

    @Test
    void the_link_of_a_fresh_account_is_kept_nowhere() {
        String key = Ids.next().toString();

        service.as(bankAdmin())
                .post()
                .uri("/api/user/staff")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "displayName", "开户一次", "phone", "13877770001", "institutionId", bank.id(), "roles", List.of()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.link.token")
                .isEqualTo(LINK.token());

        assertThat(jdbc.sql("select count(*) from idempotency_key where idempotency_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
