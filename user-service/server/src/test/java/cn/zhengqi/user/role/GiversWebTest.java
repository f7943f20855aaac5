package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.FieldsDeclared;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.user.AmongOthers;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Who looks after the people of a bank or a department gives them the work that is done there, without doing it. */
@AmongOthers
class GiversWebTest {

    private static final String HANDLE = "finance.application.handle";
    private static final String REVIEW = "finance.product.review";
    private static final String CALL = "moved.case.call";
    private static final String EDIT = "moved.case.edit";
    private static final String PHONE = "moved.case.phone";

    @Autowired
    InternalAccounts auth;

    @Autowired
    FieldCatalogue fields;

    @Autowired
    Memberships memberships;

    @Autowired
    ReferenceData reference;

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    private Institution operator;
    private Institution bank;
    private Institution otherBank;

    @BeforeEach
    void nobodyWorksThereYet() {
        operator = reference.institution("YYZX").orElseThrow();
        bank = reference.institution("PSBC").orElseThrow();
        otherBank = reference.institution("BOCOM").orElseThrow();
        jdbc.sql("delete from membership where institution_id in (?, ?)")
                .params(bank.id(), otherBank.id())
                .update();
    }

    @BeforeEach
    void servicesHaveDeclaredWhatPresetRolesHold() {
        jdbc.sql("""
                        insert into permission (code, name, application, page, service, position)
                        select distinct permission, permission, '移交', '移交办理', 'test-giving', 1 from (
                          select permission from role_permission where role_code in ('BANK_OFFICER', 'FINANCE_OFFICE')
                          union select unnest(array[?, ?, ?, ?, ?, ?])) held
                        where permission != 'self' on conflict do nothing""")
                .params(HANDLE, REVIEW, CALL, EDIT, UserPermissions.READ_ROLES, UserPermissions.GRANT_ANY)
                .update();
        fields.handle(
                new FieldsDeclared(
                        "test-giving",
                        List.of(new DeclaredField(
                                PHONE, "联系电话", "移交", "移交办理", Mask.PHONE, Set.of(CALL), Set.of(EDIT)))),
                new EventMetadata(Ids.next(), "platform.FieldsDeclared", Ids.next(), 1, Instant.now()));
    }

    @AfterEach
    void theyAreDeclaredNoMore() {
        jdbc.sql("delete from permission where service = 'test-giving'").update();
    }

    @Test
    void an_administrator_gives_and_takes_the_role_that_a_colleague_has() {
        UUID newcomer = member(bank, "STAFF");
        refused(grant(admin(bank), newcomer, "BANK_OFFICER"), 403, "PERMISSION_NOT_HELD");
        member(otherBank, "BANK_OFFICER");
        refused(grant(admin(bank), newcomer, "BANK_OFFICER"), 403, "PERMISSION_NOT_HELD");
        assertThat(grantable(admin(bank), bank, "BANK_OFFICER")).isFalse();

        member(bank, "BANK_OFFICER");

        assertThat(grantable(admin(bank), bank, "BANK_OFFICER")).isTrue();
        grant(admin(bank), newcomer, "BANK_OFFICER").expectStatus().isNoContent();
        assertThat(memberships.rolesAt(newcomer, bank.id())).containsExactly("BANK_OFFICER", "STAFF");
        grant(admin(bank), newcomer).expectStatus().isNoContent();
        assertThat(memberships.rolesAt(newcomer, bank.id())).containsExactly("STAFF");
    }

    @Test
    void nobody_gives_what_nobody_has_there() {
        Institution department = reference.institution("JXW").orElseThrow();
        member(reference.institution("JRB").orElseThrow(), "FINANCE_OFFICE");
        member(department, "OFFICER");
        assertThat(grantable(admin(department), department, "OFFICER")).isTrue();
        assertThat(grantable(admin(department), department, "FINANCE_OFFICE")).isFalse();
        refused(grant(admin(department), member(department, "STAFF"), "FINANCE_OFFICE"), 403, "PERMISSION_NOT_HELD");

        member(bank, "BANK_OFFICER");
        String theirs = role(otherBank, "别行岗", HANDLE);
        member(otherBank, theirs);
        refused(grant(admin(bank), member(bank, "STAFF"), theirs), 400, "ROLE_NOT_FOR_INSTITUTION");
        refused(create(admin(bank), "审核岗", HANDLE, REVIEW), 403, "PERMISSION_NOT_HELD");
        refused(create(admin(bank), "万能岗", UserPermissions.GRANT_ANY), 403, "PERMISSION_NOT_HELD");
    }

    @Test
    void a_role_that_is_copied_or_made_of_a_colleagues_has_all_of_it() {
        Principal colleague = principal(member(bank, "BANK_OFFICER"));

        Principal copied = principal(member(bank, copied(admin(bank), "BANK_OFFICER", "客户经理副本")));
        assertThat(copied.permissions()).isEqualTo(colleague.permissions()).hasSizeGreaterThan(5);
        assertThat(copied.scopes()).isEqualTo(colleague.scopes());
        assertThat(copied.fieldRules()).isEqualTo(colleague.fieldRules());

        String[] held = colleague.permissions().stream()
                .filter(permission -> !permission.equals("self"))
                .toArray(String[]::new);
        Principal made = principal(member(bank, created(admin(bank), "新客户经理岗", held)));
        assertThat(made.permissions()).isEqualTo(colleague.permissions());
    }

    @Test
    void who_works_there_no_more_leaves_nothing_to_pass_on() {
        UUID disabled = member(bank, "BANK_OFFICER");
        assertThat(grantable(admin(bank), bank, "BANK_OFFICER")).isTrue();
        jdbc.sql("update account set enabled = false where id = ?")
                .param(disabled)
                .update();
        assertThat(grantable(admin(bank), bank, "BANK_OFFICER")).isFalse();

        UUID moved = member(bank, "BANK_OFFICER");
        assertThat(grantable(admin(bank), bank, "BANK_OFFICER")).isTrue();
        join(moved, otherBank, "STAFF", Instant.now().plusSeconds(5));
        assertThat(grantable(admin(bank), bank, "BANK_OFFICER"))
                .as("acts for the other bank now")
                .isFalse();
    }

    @Test
    void where_the_platform_is_run_nobody_passes_on_what_others_have() {
        member(operator, "OPERATOR");
        CurrentUser grants = Staff.of(
                operator,
                UserPermissions.READ_ACCOUNTS,
                UserPermissions.GRANT_ROLES,
                UserPermissions.READ_ROLES,
                UserPermissions.MANAGE_ROLES);

        assertThat(grantable(grants, operator, "OPERATOR")).isFalse();
        refused(grant(grants, member(operator, "STAFF"), "OPERATOR"), 403, "PERMISSION_NOT_HELD");
    }

    @Test
    void who_grants_no_roles_passes_nothing_on_and_nobody_to_themselves() {
        member(bank, "BANK_OFFICER");
        refused(
                create(Staff.of(bank, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES), "只管角色岗", HANDLE),
                403,
                "PERMISSION_NOT_HELD");

        CurrentUser admin = admin(bank);
        account(admin.accountId());
        join(admin.accountId(), bank, "STAFF", Instant.now());
        refused(grant(admin, admin.accountId(), "BANK_OFFICER"), 409, "OWN_ROLES");
        String own = created(admin, "本人在用岗", UserPermissions.READ_ROLES);
        join(admin.accountId(), bank, own, Instant.now());
        refused(
                send(
                        admin,
                        HttpMethod.PUT,
                        "/api/user/roles/" + own,
                        Map.of(
                                "name",
                                "本人在用岗",
                                "description",
                                "",
                                "version",
                                0,
                                "permissions",
                                List.of(UserPermissions.READ_ROLES, HANDLE))),
                409,
                "OWN_ROLES");
    }

    @Test
    void what_a_colleague_sees_plainly_is_passed_on_and_no_more() {
        String shows = role(bank, "可见电话岗", CALL);
        String changes = role(bank, "可改电话岗", CALL, EDIT);
        member(bank, shows);

        assertThat(grantable(admin(bank), bank, shows)).isTrue();
        assertThat(grantable(admin(bank), bank, changes)).isFalse();
        String made = created(admin(bank), "新可见电话岗", CALL);
        assertThat(principal(member(bank, made)).fieldRules())
                .as("without a word it is seen by the permission")
                .isEmpty();
        refused(says(admin(bank), made, "EDITABLE", 0), 403, "FIELD_RULE_NOT_HELD");
        says(admin(bank), made, "PLAIN", 0).expectStatus().isNoContent();
    }

    @Test
    void what_colleagues_see_covered_is_passed_on_covered() {
        String covers = role(bank, "遮盖电话岗", CALL);
        jdbc.sql("insert into role_field (role_code, field, rule) values (?, ?, 'MASKED')")
                .params(covers, PHONE)
                .update();
        String shows = role(bank, "无人用的可见岗", CALL);
        member(bank, covers);

        assertThat(grantable(admin(bank), bank, covers)).isTrue();
        assertThat(grantable(admin(bank), bank, shows)).isFalse();
        String made = created(admin(bank), "新遮盖电话岗", CALL);
        assertThat(principal(member(bank, made)).fieldRules()).isEqualTo(Map.of(PHONE, FieldRule.MASKED));
        refused(says(admin(bank), made, "PLAIN", 0), 403, "FIELD_RULE_NOT_HELD");
    }

    @Test
    void a_role_reaches_as_far_as_a_colleague_and_no_further() {
        String own = role(bank, "经办本人岗", HANDLE);
        reaches(own, "OWN");
        member(bank, own);

        String made = created(admin(bank), "新经办岗", HANDLE);
        assertThat(principal(member(bank, made)).scopes())
                .as("what is so unsaid is more than anybody there has")
                .containsEntry("finance.application", "OWN");
        refused(reach(admin(bank), made, "INSTITUTION", 0), 403, "SCOPE_NOT_HELD");

        String all = role(bank, "经办全部岗", HANDLE);
        reaches(all, "ALL");
        assertThat(grantable(admin(bank), bank, all)).isFalse();
        member(bank, all);
        assertThat(grantable(admin(bank), bank, all)).isTrue();
        reach(admin(bank), made, "ALL", 0).expectStatus().isNoContent();
    }

    private static CurrentUser admin(Institution institution) {
        return Staff.of(
                institution,
                UserPermissions.READ_ACCOUNTS,
                UserPermissions.MANAGE_STAFF,
                UserPermissions.GRANT_ROLES,
                UserPermissions.READ_ROLES,
                UserPermissions.MANAGE_ROLES);
    }

    private Principal principal(UUID account) {
        return memberships.principal(account, UserType.BANK);
    }

    private UUID member(Institution at, String role) {
        UUID account = Ids.next();
        account(account);
        join(account, at, role, Instant.now());
        return account;
    }

    private void account(UUID id) {
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, '同事', 'BANK', 'PC', now(), false)""").param(id).update();
    }

    private void join(UUID account, Institution at, String role, Instant when) {
        memberships.join(new Membership(Ids.next(), account, null, at.id(), role, when), "同事");
    }

    private String role(Institution owner, String name, String... permissions) {
        String code = "R_" + Ids.next().toString().replace("-", "").toUpperCase();
        jdbc.sql("insert into role (code, name, institution_id, created_by) values (?, ?, ?, ?)")
                .params(code, name, owner.id(), Ids.next())
                .update();
        for (String permission : permissions) {
            jdbc.sql("insert into role_permission (role_code, permission) values (?, ?)")
                    .params(code, permission)
                    .update();
        }
        return code;
    }

    private void reaches(String role, String kind) {
        jdbc.sql("insert into role_scope (role_code, resource, kind) values (?, 'finance.application', ?)")
                .params(role, kind)
                .update();
    }

    private boolean grantable(CurrentUser caller, Institution at, String role) {
        return service
                .as(caller)
                .get()
                .uri("/api/user/managed-institutions/" + at.id() + "/roles")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody()
                .stream()
                .filter(one -> role.equals(one.get("code")))
                .anyMatch(one -> Boolean.TRUE.equals(one.get("grantable")));
    }

    private ResponseSpec grant(CurrentUser caller, UUID account, String... roles) {
        return send(caller, HttpMethod.PUT, "/api/user/staff/" + account + "/roles", Map.of("roles", List.of(roles)));
    }

    private ResponseSpec says(CurrentUser caller, String role, String rule, int version) {
        return send(
                caller,
                HttpMethod.PUT,
                "/api/user/roles/" + role + "/fields",
                Map.of("fields", Map.of(PHONE, rule), "version", version));
    }

    private ResponseSpec reach(CurrentUser caller, String role, String kind, int version) {
        return send(
                caller,
                HttpMethod.PUT,
                "/api/user/roles/" + role + "/scopes",
                Map.of(
                        "scopes",
                        List.of(Map.of(
                                "resource",
                                "finance.application",
                                "kind",
                                kind,
                                "towns",
                                List.of(),
                                "institutions",
                                List.of())),
                        "version",
                        version));
    }

    private ResponseSpec create(CurrentUser caller, String name, String... permissions) {
        return send(
                caller,
                HttpMethod.POST,
                "/api/user/roles",
                Map.of("name", name, "description", "", "permissions", List.of(permissions)));
    }

    private String created(CurrentUser caller, String name, String... permissions) {
        return code(create(caller, name, permissions));
    }

    private String copied(CurrentUser caller, String role, String name) {
        return code(send(caller, HttpMethod.POST, "/api/user/roles/" + role + "/copy", Map.of("name", name)));
    }

    private static String code(ResponseSpec answer) {
        return (String) answer.expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("code");
    }

    private ResponseSpec send(CurrentUser caller, HttpMethod method, String path, Object body) {
        return service.as(caller)
                .method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
