package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.DeclaredField;
import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.FieldsDeclared;
import cn.zhengqi.kernel.permission.PermissionsDeclared;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient.RequestHeadersSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
@ActiveProfiles("test")
class RoleFieldsWebTest {

    private static final String PHONE = "sample.case.phone";
    private static final String ID_NUMBER = "sample.case.id-number";
    private static final String CALL = "sample.case.call";
    private static final String LOOK = "sample.look";
    private static final String EDIT = "sample.case.edit";

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    PermissionCatalogue permissions;

    @Autowired
    Memberships memberships;

    @Autowired
    ReferenceData reference;

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    private Institution bank;

    @BeforeEach
    void aServiceHasDeclaredItsFields() {
        bank = reference.institution("CCB").orElseThrow();
        catalogue.handle(
                new FieldsDeclared(
                        "sample-service",
                        List.of(
                                new DeclaredField(PHONE, "联系电话", "样例", "样例办理", Mask.PHONE, Set.of(CALL), Set.of(EDIT)),
                                new DeclaredField(ID_NUMBER, "证件号", "样例", "样例办理", Mask.ID_NUMBER, Set.of()))),
                new EventMetadata(Ids.next(), "platform.FieldsDeclared", Ids.next(), 1, Instant.now()));
    }

    @BeforeEach
    void andItsPermissions() {
        permissions.handle(
                new PermissionsDeclared(
                        "sample-service",
                        List.of(
                                new DeclaredPermission(LOOK, "查看", "样例", "样例办理"),
                                new DeclaredPermission(CALL, "联系", "样例", "样例办理"),
                                new DeclaredPermission(EDIT, "修改", "样例", "样例办理"))),
                new EventMetadata(Ids.next(), "platform.PermissionsDeclared", Ids.next(), 1, Instant.now()));
    }

    @AfterEach
    void theyAreDeclaredNoMore() {
        jdbc.sql("delete from permission where service = 'sample-service'").update();
        jdbc.sql("delete from permission_version where service = 'sample-service'")
                .update();
    }

    @Test
    void what_a_role_says_reaches_the_tokens_of_those_who_have_it_and_the_log() {
        String role = role("遮盖岗", CALL);
        UUID account = member(role);

        put(security(), role, Map.of(PHONE, "MASKED", ID_NUMBER, "HIDDEN"), 0)
                .expectStatus()
                .isNoContent();
        put(security(), role, Map.of(PHONE, "HIDDEN"), 0).expectStatus().isEqualTo(409);

        assertThat(rules(account)).isEqualTo(Map.of(PHONE, FieldRule.MASKED, ID_NUMBER, FieldRule.HIDDEN));
        service.as(security())
                .get()
                .uri("/api/user/roles/" + role)
                .exchange()
                .expectBody()
                .jsonPath("$.fields['" + PHONE + "']")
                .isEqualTo("MASKED");
        assertThat(jdbc.sql("""
                        select data ->> 'accountIds' from outbox
                        where type = 'user.RolePermissionsChanged' and data ->> 'role' = ?""").param(role).query(String.class).single()).contains(account.toString());
        put(security(), role, Map.of(PHONE, "PLAIN"), 1).expectStatus().isNoContent();
        assertThat(jdbc.sql("""
                        select data ->> 'changes' from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'ROLE_FIELDS_CHANGED' and data ->> 'subjectName' = '遮盖岗' order by seq desc limit 1""").query(String.class).single()).contains("样例办理：联系电话", "遮盖", "明文", "样例办理：证件号", "隐藏");
        assertThat(jdbc.sql("""
                        select distinct upper(replace(data ->> 'subjectId', '-', '')) from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectName' = '遮盖岗'""").query(String.class).single())
                .as("the log names the role, not its institution")
                .isEqualTo(role.substring("R_".length()));
    }

    @Test
    void who_has_several_roles_sees_the_most_permissive_of_what_they_say() {
        String hides = role("隐藏岗");
        String covers = role("遮盖者岗");
        String shows = role("办理岗", CALL);
        put(security(), hides, Map.of(PHONE, "HIDDEN"), 0).expectStatus().isNoContent();
        put(security(), covers, Map.of(PHONE, "MASKED"), 0).expectStatus().isNoContent();

        assertThat(rules(member(hides))).isEqualTo(Map.of(PHONE, FieldRule.HIDDEN));
        assertThat(rules(member(hides, covers))).isEqualTo(Map.of(PHONE, FieldRule.MASKED));
        assertThat(rules(member(hides, shows)))
                .as("a role that says nothing shows it by its permission")
                .isEqualTo(Map.of(PHONE, FieldRule.PLAIN));
        assertThat(rules(member(shows)))
                .as("nothing is said: permissions decide")
                .isEmpty();
    }

    @Test
    void a_role_lets_a_field_be_changed_only_where_there_is_a_form_for_it() {
        String role = role("可编辑岗", CALL);
        refused(put(security(), role, Map.of(ID_NUMBER, "EDITABLE"), 0), 400, "FIELD_HAS_NO_FORM");
        put(security(), role, Map.of(PHONE, "EDITABLE"), 0).expectStatus().isNoContent();

        assertThat(rules(member(role))).isEqualTo(Map.of(PHONE, FieldRule.EDITABLE));
        String reads = role("只读岗");
        put(security(), reads, Map.of(PHONE, "PLAIN"), 0).expectStatus().isNoContent();
        assertThat(rules(member(reads))).isEqualTo(Map.of(PHONE, FieldRule.PLAIN));
        assertThat(rules(member(reads, role))).isEqualTo(Map.of(PHONE, FieldRule.EDITABLE));
        assertThat(rules(member(reads, role("办理改岗", CALL, EDIT))))
                .as("a role that says nothing lets it be changed by its permissions")
                .isEqualTo(Map.of(PHONE, FieldRule.EDITABLE));
        CurrentUser caller = Staff.of(bank, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES, CALL);
        refused(put(caller, role("越权编辑岗"), Map.of(PHONE, "EDITABLE"), 0), 403, "FIELD_RULE_NOT_HELD");
    }

    @Test
    void nobody_lets_a_role_see_more_than_they_see_themselves() {
        CurrentUser covered = Staff.of(bank, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES);
        CurrentUser blind = covered.seeing(Map.of(PHONE, FieldRule.HIDDEN));
        String role = role("分权岗");

        refused(put(covered, role, Map.of(PHONE, "PLAIN"), 0), 403, "FIELD_RULE_NOT_HELD");
        refused(put(blind, role, Map.of(PHONE, "MASKED"), 0), 403, "FIELD_RULE_NOT_HELD");
        refused(put(covered, role, Map.of("sample.no-such.field", "HIDDEN"), 0), 400, "SENSITIVE_FIELD_UNKNOWN");
        put(covered, role, Map.of(PHONE, "MASKED"), 0).expectStatus().isNoContent();
        put(security(), role, Map.of(PHONE, "PLAIN"), 1).expectStatus().isNoContent();
        // What it says already may stay.
        put(covered, role, Map.of(PHONE, "PLAIN"), 2).expectStatus().isNoContent();
        service.as(Staff.of(bank, UserPermissions.READ_ACCOUNTS, UserPermissions.GRANT_ROLES))
                .get()
                .uri("/api/user/managed-institutions/" + bank.id() + "/roles")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.code=='" + role + "')].grantable")
                .isEqualTo(List.of(false));
        service.as(covered)
                .post()
                .uri("/api/user/roles/" + role + "/copy")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "分权岗副本"))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(jdbc.sql(
                                "select f.rule from role_field f join role r on r.code = f.role_code where r.name = '分权岗副本'")
                        .query(String.class)
                        .single())
                .as("the copy is as strict as who made it")
                .isEqualTo("MASKED");
        assertThat(jdbc.sql("""
                        select change ->> 'after' from outbox, jsonb_array_elements(data -> 'changes') change
                        where type = 'audit.ChangeRecorded' and data ->> 'action' = 'ROLE_CREATED' and data ->> 'subjectName' = '分权岗副本'
                          and change ->> 'field' like 'fields%'""").query(String.class).list())
                .as("what the copy may see is on record")
                .containsExactly(FieldRule.MASKED.label());
    }

    /** A role without a word shows a field by its permissions, which the caller may hold and see less of it all the same. */
    @Test
    void nor_by_leaving_the_word_out() {
        CurrentUser blind = Staff.of(
                        bank,
                        UserPermissions.READ_ROLES,
                        UserPermissions.MANAGE_ROLES,
                        UserPermissions.READ_ACCOUNTS,
                        UserPermissions.GRANT_ROLES,
                        LOOK,
                        CALL,
                        EDIT)
                .seeing(Map.of(PHONE, FieldRule.HIDDEN));
        CurrentUser reader = blind.seeing(Map.of(PHONE, FieldRule.PLAIN));
        String hides = role("不说岗", CALL);
        put(security(), hides, Map.of(PHONE, "HIDDEN"), 0).expectStatus().isNoContent();
        String shows = role("未说岗", CALL, EDIT);

        refused(put(blind, hides, Map.of(), 1), 403, "FIELD_RULE_NOT_HELD");
        assertThat(rules(member(hides))).isEqualTo(Map.of(PHONE, FieldRule.HIDDEN));
        assertThat(grantable(blind, shows)).isFalse();
        assertThat(grantable(reader, shows))
                .as("who may only read it gives no role that changes it")
                .isFalse();
        assertThat(grantable(blind.seeing(Map.of()), shows)).isTrue();
        assertThat(rules(member(copied(blind, shows, "未说岗副本")))).isEqualTo(Map.of(PHONE, FieldRule.HIDDEN));
        assertThat(rules(member(copied(reader, shows, "未说岗再副本")))).isEqualTo(Map.of(PHONE, FieldRule.PLAIN));
        assertThat(rules(member(copied(security(), shows, "未说岗三副本")))).isEmpty();

        String made = created(blind, "新岗", CALL);
        assertThat(rules(member(made))).isEqualTo(Map.of(PHONE, FieldRule.HIDDEN));
        assertThat(rules(member(created(blind.seeing(Map.of()), "另一新岗", CALL)))).isEmpty();
        String later = created(blind, "后加岗", LOOK);
        assertThat(rules(member(later))).isEmpty();
        change(blind, later, "后加岗", 0, LOOK, CALL);
        assertThat(rules(member(later))).isEqualTo(Map.of(PHONE, FieldRule.HIDDEN));
        change(blind, shows, "改名岗", 0, CALL, EDIT);
        assertThat(rules(member(shows)))
                .as("who changes its name takes nothing away")
                .isEmpty();
        put(security(), hides, Map.of(), 1).expectStatus().isNoContent();
    }

    private boolean grantable(CurrentUser caller, String role) {
        return service
                .as(caller)
                .get()
                .uri("/api/user/managed-institutions/" + bank.id() + "/roles")
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

    private String copied(CurrentUser caller, String role, String name) {
        return code(service.as(caller)
                .post()
                .uri("/api/user/roles/" + role + "/copy")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", name)));
    }

    private String created(CurrentUser caller, String name, String... permissions) {
        return code(service.as(caller)
                .post()
                .uri("/api/user/roles")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", name, "description", "", "permissions", List.of(permissions))));
    }

    private static String code(RequestHeadersSpec<?> request) {
        return (String) request.exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("code");
    }

    private void change(CurrentUser caller, String role, String name, int version, String... permissions) {
        service.as(caller)
                .put()
                .uri("/api/user/roles/" + role)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", name, "description", "", "permissions", List.of(permissions), "version", version))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void preset_roles_and_those_of_another_bank_stay_as_they_are() {
        refused(put(security(), "BANK_OFFICER", Map.of(PHONE, "HIDDEN"), 0), 409, "ROLE_PRESET");
        String role = role("别行不可见岗");
        CurrentUser stranger = Staff.of(
                reference.institution("ICBC").orElseThrow(), UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES);
        refused(put(stranger, role, Map.of(PHONE, "HIDDEN"), 0), 404, "NOT_FOUND");
    }

    @Test
    void the_list_of_fields_says_how_far_the_caller_may_go() {
        service.as(Staff.of(bank, UserPermissions.READ_ROLES, CALL))
                .get()
                .uri("/api/user/sensitive-fields")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.page=='样例办理')].most")
                .isEqualTo(List.of("PLAIN", "MASKED"));
    }

    private Map<String, FieldRule> rules(UUID account) {
        return memberships.principal(account, UserType.BANK).fieldRules();
    }

    private CurrentUser security() {
        return Staff.of(
                reference.institution("YYZX").orElseThrow(),
                UserPermissions.READ_ROLES,
                UserPermissions.MANAGE_ROLES,
                UserPermissions.GRANT_ANY);
    }

    private String role(String name, String... permissions) {
        String code = "R_" + Ids.next().toString().replace("-", "").toUpperCase();
        jdbc.sql("insert into role (code, name, institution_id, created_by) values (?, ?, ?, ?)")
                .params(code, name, bank.id(), Ids.next())
                .update();
        for (String permission : permissions) {
            jdbc.sql("insert into role_permission (role_code, permission) values (?, ?)")
                    .params(code, permission)
                    .update();
        }
        return code;
    }

    private UUID member(String... roles) {
        UUID account = Ids.next();
        for (String role : roles) {
            memberships.join(new Membership(Ids.next(), account, null, bank.id(), role, Instant.now()), "测试人");
        }
        return account;
    }

    private ResponseSpec put(CurrentUser user, String role, Map<String, String> fields, int version) {
        return service.as(user)
                .put()
                .uri("/api/user/roles/" + role + "/fields")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("fields", fields, "version", version))
                .exchange();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
