package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.PermissionsDeclared;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
@ActiveProfiles("test")
class RolesWebTest {

    private static final String HANDLE = "finance.application.handle";
    private static final String REVIEW = "finance.product.review";

    @Autowired
    PermissionCatalogue catalogue;

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
    void servicesHaveDeclaredTheirPermissions() {
        operator = reference.institution("YYZX").orElseThrow();
        bank = reference.institution("CCB").orElseThrow();
        otherBank = reference.institution("ICBC").orElseThrow();
        declare("finance-service", 1, HANDLE, REVIEW);
        catalogue.handle(
                new PermissionsDeclared("user-service", UserPermissions.DECLARED.own()),
                meta(UserPermissions.DECLARED.own().hashCode() & 0xff));
    }

    @Test
    void a_role_is_made_read_changed_and_deleted_by_its_institution() {
        CurrentUser admin = bankAdmin();
        String code = created(admin, "受理岗", HANDLE);

        service.as(admin)
                .get()
                .uri("/api/user/roles/" + code)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.institutionName")
                .isEqualTo(bank.name())
                .jsonPath("$.permissions.length()")
                .isEqualTo(2)
                .jsonPath("$.createdByName")
                .isEqualTo(admin.name())
                .jsonPath("$.createdAt")
                .exists()
                .jsonPath("$.editable")
                .isEqualTo(true);
        put(admin, code, "受理与查看岗", 0, HANDLE, UserPermissions.READ_ROLES)
                .expectStatus()
                .isNoContent();
        put(admin, code, "受理岗", 0, HANDLE).expectStatus().isEqualTo(409);
        service.as(admin)
                .get()
                .uri("/api/user/roles?q=受理与&preset=false")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].permissions")
                .isEqualTo(3)
                .jsonPath("$.items[0].updatedByName")
                .isEqualTo(admin.name());
        service.as(admin)
                .delete()
                .uri("/api/user/roles/" + code + "?version=1")
                .exchange()
                .expectStatus()
                .isNoContent();
        service.as(admin)
                .get()
                .uri("/api/user/roles/" + code)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_role_in_use_is_not_deleted_and_the_answer_says_by_whom() {
        CurrentUser admin = bankAdmin();
        String code = created(admin, "在用岗", HANDLE);
        UUID account = member("在用人", code, bank);

        service.as(admin)
                .delete()
                .uri("/api/user/roles/" + code + "?version=0")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ROLE_IN_USE")
                .jsonPath("$.members[0]")
                .isEqualTo("在用人");
        assertThat(account).isNotNull();
    }

    @Test
    void an_institution_counts_and_names_its_own_people_in_a_preset_role() {
        member("本行负责人", "BANK_HEAD", bank);
        member("他行负责人", "BANK_HEAD", otherBank);
        CurrentUser admin = bankAdmin();
        List<String> names = jdbc.sql("""
                        select a.display_name from membership m join account a on a.id = m.account_id
                        where m.role_code = 'BANK_HEAD' and m.institution_id = ?""").param(bank.id()).query(String.class).list();

        service.as(admin)
                .get()
                .uri("/api/user/roles?size=100")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.code=='BANK_HEAD')].members")
                .isEqualTo(names.size());
        service.as(admin)
                .get()
                .uri("/api/user/roles/BANK_HEAD")
                .exchange()
                .expectBody()
                .jsonPath("$.members")
                .value(
                        List.class,
                        members -> assertThat(members)
                                .containsExactlyInAnyOrderElementsOf(names)
                                .contains("本行负责人"));
    }

    @Test
    void who_has_a_changed_role_is_told_to_the_others() {
        CurrentUser admin = bankAdmin();
        String code = created(admin, "变更岗", HANDLE);
        UUID account = member("变更人", code, bank);

        put(admin, code, "变更岗", 0, UserPermissions.READ_ROLES).expectStatus().isNoContent();

        assertThat(jdbc.sql("""
                        select data ->> 'accountIds' from outbox
                        where type = 'user.RolePermissionsChanged' and data ->> 'role' = ?""").param(code).query(String.class).list())
                .hasSize(1)
                .first()
                .asString()
                .contains(account.toString());
        assertThat(memberships.principal(account, UserType.BANK).permissions())
                .containsExactly("self", UserPermissions.READ_ROLES);
    }

    @Test
    void nobody_puts_into_a_role_what_they_may_not_do_themselves() {
        CurrentUser admin = bankAdmin();

        create(admin, "越权岗", null, REVIEW)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_NOT_HELD");
        create(admin, "无此权限岗", null, "finance.no-such")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_UNKNOWN");
        create(security(), "产品审核岗", bank.id(), REVIEW).expectStatus().isCreated();
        create(security(), "万能岗", bank.id(), UserPermissions.GRANT_ANY)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void nobody_changes_a_role_that_they_have() {
        CurrentUser admin = bankAdmin();
        String code = created(admin, "自己岗", HANDLE);
        memberships.join(
                new Membership(Ids.next(), admin.accountId(), null, bank.id(), code, Instant.now()), admin.name());

        put(admin, code, "自己岗", 0, HANDLE, UserPermissions.READ_ROLES)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OWN_ROLES");
    }

    @Test
    void another_banks_roles_are_not_there() {
        String code = created(bankAdmin(), "建行岗", HANDLE);
        CurrentUser stranger = Staff.of(
                otherBank,
                UserPermissions.READ_ROLES,
                UserPermissions.MANAGE_ROLES,
                HANDLE,
                UserPermissions.READ_ACCOUNTS);

        service.as(stranger)
                .get()
                .uri("/api/user/roles/" + code)
                .exchange()
                .expectStatus()
                .isNotFound();
        put(stranger, code, "我的岗", 0, HANDLE).expectStatus().isNotFound();
        service.as(stranger)
                .delete()
                .uri("/api/user/roles/" + code + "?version=0")
                .exchange()
                .expectStatus()
                .isNotFound();
        create(stranger, "别家岗", bank.id(), HANDLE).expectStatus().isNotFound();
        service.as(stranger)
                .get()
                .uri("/api/user/roles?q=建行岗")
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        assertThat(code).isNotBlank();
    }

    @Test
    void a_branch_is_below_its_bank() {
        UUID branch = Ids.next();
        jdbc.sql("insert into institution (id, code, name, type, parent_id) values (?, ?, '建行测试支行', 'BANK', ?)")
                .params(branch, "CCB-" + branch, bank.id())
                .update();
        jdbc.sql("""
                        insert into role (code, name, institution_id, created_by) values (?, '支行岗', ?, ?)""").params("R_BRANCH", branch, Ids.next()).update();

        service.as(bankAdmin())
                .get()
                .uri("/api/user/roles/R_BRANCH")
                .exchange()
                .expectStatus()
                .isOk();
        service.as(Staff.of(otherBank, UserPermissions.READ_ROLES))
                .get()
                .uri("/api/user/roles/R_BRANCH")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void preset_roles_are_copied_not_changed() {
        CurrentUser security = security();

        put(security, "BANK_OFFICER", "客户经理", 0, HANDLE)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ROLE_PRESET");
        service.as(security)
                .delete()
                .uri("/api/user/roles/BANK_OFFICER?version=0")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        service.as(security)
                .post()
                .uri("/api/user/roles/BANK_OFFICER/copy")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "建行客户经理", "institutionId", bank.id()))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(jdbc.sql("""
                        select change ->> 'after' from outbox, jsonb_array_elements(data -> 'changes') change
                        where type = 'audit.ChangeRecorded' and data ->> 'action' = 'ROLE_CREATED' and data ->> 'subjectName' = '建行客户经理'
                          and change ->> 'field' = 'permissions'""").query(String.class).single())
                .as("read by people, and without what everybody has who signs in")
                .isEqualTo("页面：" + HANDLE);
        create(security, "建行客户经理", bank.id(), HANDLE)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void the_three_duties_do_not_come_together_in_a_role_or_a_person() {
        create(security(), "全能管理员", operator.id(), UserPermissions.MANAGE_STAFF, UserPermissions.MANAGE_ROLES)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUTIES_MIXED")
                .jsonPath("$.errors[0].field")
                .isEqualTo("permissions");
        UUID account = member("三员", "SYSTEM_ADMIN", operator);
        assertThatThrownBy(() -> memberships.join(
                        new Membership(Ids.next(), account, null, operator.id(), "SECURITY_ADMIN", Instant.now()),
                        "三员"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ops.audit.read", "auth.signin-log.read", "message.push-log.read", UserPermissions.GRANT_ANY})
    void what_reaches_the_whole_platform_comes_into_no_role_of_another_institution(String ofThePlatform) {
        declare("logs-of-all", 1, "ops.audit.read", "auth.signin-log.read", "message.push-log.read");
        UUID department = reference.institution("FGW").orElseThrow().id();
        for (UUID elsewhere : List.of(department, bank.id())) {
            create(security(), "全平台岗", elsewhere, UserPermissions.MANAGE_STAFF, ofThePlatform)
                    .expectStatus()
                    .isEqualTo(403)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("PERMISSION_NOT_HELD");
        }
        String name = "后加 " + ofThePlatform.split("\\.")[1];
        String narrow = created(security(), name, department, UserPermissions.MANAGE_STAFF);
        put(security(), narrow, name, 0, UserPermissions.MANAGE_STAFF, ofThePlatform)
                .expectStatus()
                .isEqualTo(403);
    }

    @Test
    void a_role_that_takes_on_a_duty_does_not_join_it_with_another_that_somebody_has() {
        String code = created(security(), "运营岗", operator.id(), UserPermissions.READ_ENTERPRISES);
        UUID account = member("又一员", "AUDIT_ADMIN", operator);
        memberships.join(new Membership(Ids.next(), account, null, operator.id(), code, Instant.now()), "又一员");

        put(security(), code, "运营岗", 0, UserPermissions.MANAGE_STAFF)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUTY_CONFLICT")
                .jsonPath("$.errors[0].field")
                .isEqualTo("permissions");
    }

    @Test
    void the_tree_shows_what_services_declared_last_and_what_the_caller_may_grant() {
        declare("test-service", 5, "test.first", "test.second");
        declare("test-service", 4, "test.older");

        service.as(Staff.of(bank, UserPermissions.READ_ROLES, "test.first"))
                .get()
                .uri("/api/user/permissions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.applications[?(@.name=='test-service')].pages[0].permissions[*].code")
                .isEqualTo(List.of("test.first", "test.second"))
                .jsonPath("$.applications[?(@.name=='test-service')].pages[0].permissions[*].grantable")
                .isEqualTo(List.of(true, false));
    }

    @Test
    void what_people_of_enterprises_hold_comes_into_no_role_of_an_institution() {
        UUID department = reference.institution("FGW").orElseThrow().id();
        for (UUID institution : List.of(department, bank.id(), operator.id())) {
            create(security(), "代企业岗", institution, UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("PERMISSION_OF_ENTERPRISES")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("permissions");
        }
        String later = created(security(), "后加企业权限岗", department, UserPermissions.READ_ENTERPRISES);
        put(security(), later, "后加企业权限岗", 0, UserPermissions.READ_ENTERPRISES, UserPermissions.OWN_ENTERPRISE)
                .expectStatus()
                .isBadRequest();
        service.as(security())
                .post()
                .uri("/api/user/roles/ENTERPRISE_ADMIN/copy")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "企业管理员副本", "institutionId", department))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(jdbc.sql("""
                        select permission from role_permission p join role r on r.code = p.role_code
                        where r.name = '企业管理员副本'""").query(String.class).list())
                .doesNotContain(UserPermissions.OWN_ENTERPRISE, UserPermissions.MANAGE_MEMBERS);
    }

    @Test
    void the_editor_of_a_role_is_offered_what_its_institution_can_hold() {
        declare("logs-offered", 1, "ops.audit.read");

        assertThat(offered(security(), bank.id()))
                .contains(HANDLE)
                .doesNotContain(UserPermissions.OWN_ENTERPRISE, UserPermissions.GRANT_ANY, "ops.audit.read");
        assertThat(offered(security(), operator.id()))
                .contains(UserPermissions.GRANT_ANY, "ops.audit.read")
                .doesNotContain(UserPermissions.OWN_ENTERPRISE);
        assertThat(offered(security(), null))
                .as("to read what preset roles of enterprises hold")
                .contains(UserPermissions.OWN_ENTERPRISE);
        service.as(bankAdmin())
                .get()
                .uri("/api/user/permissions?institutionId=" + otherBank.id())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private List<String> offered(CurrentUser user, UUID institution) {
        PermissionTree tree = service.as(user)
                .get()
                .uri("/api/user/permissions" + (institution == null ? "" : "?institutionId=" + institution))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(PermissionTree.class)
                .returnResult()
                .getResponseBody();
        assertThat(tree).isNotNull();
        return tree.applications().stream()
                .flatMap(application -> application.pages().stream())
                .flatMap(page -> page.permissions().stream())
                .map(PermissionTree.Entry::code)
                .toList();
    }

    private CurrentUser bankAdmin() {
        return Staff.of(bank, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES, HANDLE);
    }

    private CurrentUser security() {
        return Staff.of(operator, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES, UserPermissions.GRANT_ANY);
    }

    private UUID member(String name, String role, Institution institution) {
        UUID account = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, ?, 'BANK', 'PC', now(), false)""").params(account, name).update();
        memberships.join(new Membership(Ids.next(), account, null, institution.id(), role, Instant.now()), name);
        return account;
    }

    private String created(CurrentUser user, String name, String... permissions) {
        return created(user, name, (UUID) null, permissions);
    }

    private String created(CurrentUser user, String name, UUID institution, String... permissions) {
        create(user, name, institution, permissions).expectStatus().isCreated();
        return jdbc.sql("select code from role where name = ? and institution_id is not null")
                .param(name)
                .query(String.class)
                .single();
    }

    private ResponseSpec create(CurrentUser user, String name, UUID institution, String... permissions) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", name, "description", "", "permissions", List.of(permissions)));
        if (institution != null) {
            body.put("institutionId", institution);
        }
        return service.as(user)
                .post()
                .uri("/api/user/roles")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec put(CurrentUser user, String code, String name, int version, String... permissions) {
        return service.as(user)
                .put()
                .uri("/api/user/roles/" + code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", name, "description", "", "version", version, "permissions", List.of(permissions)))
                .exchange();
    }

    private void declare(String service, long version, String... codes) {
        List<DeclaredPermission> permissions = Arrays.stream(codes)
                .map(code -> new DeclaredPermission(code, code, service, "页面"))
                .toList();
        catalogue.handle(new PermissionsDeclared(service, permissions), meta(version));
    }

    private static EventMetadata meta(long version) {
        return new EventMetadata(Ids.next(), "platform.PermissionsDeclared", Ids.next(), version, Instant.now());
    }

    @Test
    void roles_are_sorted_and_taken_out_as_far_as_somebody_sees_them() {
        created(bankAdmin(), "导出角色", HANDLE);

        assertThat(ExportedFile.of(service.as(bankAdmin()), "/api/user/roles/export?preset=false&sort=updatedAt,desc")
                        .column("角色"))
                .first()
                .isEqualTo("导出角色");
        assertThat(ExportedFile.of(
                                service.as(Staff.of(otherBank, UserPermissions.READ_ROLES)),
                                "/api/user/roles/export?q=导出角色")
                        .rows())
                .isEmpty();
    }
}
