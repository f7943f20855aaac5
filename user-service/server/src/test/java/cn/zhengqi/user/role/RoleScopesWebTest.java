package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.user.AmongOthers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserFields;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.Principal;
import cn.zhengqi.user.membership.Membership;
import cn.zhengqi.user.membership.Memberships;
import cn.zhengqi.user.reference.Institution;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import cn.zhengqi.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** 数据权限: what roles say of it, what they reach together, and what people of two towns and two banks then see. */
@AmongOthers
class RoleScopesWebTest {

    private static final String HANDLE = "finance.application.handle";
    private static final String LONGZHOUWAN = "500113003";
    private static final String YUDONG = "500113004";

    @Autowired
    InternalAccounts auth;

    @Autowired
    Memberships memberships;

    @Autowired
    Register register;

    @Autowired
    ReferenceData reference;

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Institution bank;
    private Institution otherBank;
    private Institution town;

    @BeforeEach
    void institutions() {
        bank = reference.institution("CCB").orElseThrow();
        otherBank = reference.institution("ICBC").orElseThrow();
        town = reference.institution(LONGZHOUWAN).orElseThrow();
        when(auth.account(any()))
                .thenAnswer(call -> new InternalAccounts.AccountRecord(
                        call.getArgument(0),
                        UserType.ENTERPRISE,
                        null,
                        "13800001234",
                        true,
                        "某人",
                        true,
                        false,
                        false,
                        Instant.now()));
    }

    @Test
    void what_a_role_says_reaches_the_tokens_of_those_who_have_it_and_the_log() {
        String role = role(bank, "本人岗", HANDLE);
        UUID account = member(bank, role);
        assertThat(scopes(account)).as("nothing is said").isEqualTo(Map.of("finance.application", "INSTITUTION"));

        put(security(), role, 0, said("finance.application", "OWN"))
                .expectStatus()
                .isNoContent();
        put(security(), role, 0, said("finance.application", "ALL"))
                .expectStatus()
                .isEqualTo(409);

        assertThat(scopes(account)).isEqualTo(Map.of("finance.application", "OWN"));
        service.as(security())
                .get()
                .uri("/api/user/roles/" + role)
                .exchange()
                .expectBody()
                .jsonPath("$.scopes[0].kind")
                .isEqualTo("OWN");
        assertThat(jdbc.sql("""
                        select data ->> 'accountIds' from outbox
                        where type = 'user.RolePermissionsChanged' and data ->> 'role' = ?""").param(role).query(String.class).single()).contains(account.toString());
        put(
                        security(),
                        role,
                        1,
                        Map.of(
                                "resource",
                                "finance.application",
                                "kind",
                                "INSTITUTIONS",
                                "towns",
                                List.of(),
                                "institutions",
                                List.of(otherBank.id())))
                .expectStatus()
                .isNoContent();
        assertThat(jdbc.sql("""
                        select data ->> 'changes' from outbox where type = 'audit.ChangeRecorded'
                        and data ->> 'action' = 'ROLE_SCOPES_CHANGED' and data ->> 'subjectName' = '本人岗'
                        order by seq desc limit 1""").query(String.class).single()).contains("融资申请", "本人经办", "指定机构：" + otherBank.name());
        assertThat(jdbc.sql("""
                        select distinct upper(replace(data ->> 'subjectId', '-', '')) from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectName' = '本人岗'""").query(String.class).single())
                .as("the log names the role, not its institution")
                .isEqualTo(role.substring("R_".length()));
    }

    @Test
    void who_has_several_roles_reaches_as_far_as_the_widest_that_comes_there() {
        String own = role(bank, "本人一岗", HANDLE);
        String towns = role(bank, "镇街一岗", HANDLE);
        String all = role(bank, "全部一岗", HANDLE);
        String elsewhere = role(bank, "无关一岗", "self");
        say(own, "finance.application", "OWN", "");
        say(towns, "finance.application", "TOWNS", LONGZHOUWAN);
        say(all, "finance.application", "ALL", "");
        say(elsewhere, "finance.application", "ALL", "");

        assertThat(scopes(member(bank, own))).containsEntry("finance.application", "OWN");
        assertThat(scopes(member(bank, own, towns))).containsEntry("finance.application", "OWN+TOWNS:" + LONGZHOUWAN);
        assertThat(scopes(member(bank, own, towns, all))).containsEntry("finance.application", "ALL");
        assertThat(scopes(member(bank, own, elsewhere)))
                .as("a role that does not come to the records does not widen what another says of them")
                .containsEntry("finance.application", "OWN");
        assertThat(scopes(member(bank, own, role(bank, "未说一岗", HANDLE))))
                .as("a role without a word counts with what then holds")
                .containsEntry("finance.application", "INSTITUTION+OWN");
    }

    @Test
    void preset_roles_say_by_the_type_of_institution_and_none_reaches_all_unsaid() {
        UUID ofTown = member(town, "OFFICER");
        UUID ofDepartment = member(reference.institution("FGW").orElseThrow(), "OFFICER");

        assertThat(scopes(ofTown))
                .containsEntry("user.enterprise", "INSTITUTION")
                .containsEntry("code.scan", "OWN");
        assertThat(principal(ofTown).towns()).containsExactly(LONGZHOUWAN);
        assertThat(scopes(ofDepartment)).containsEntry("user.enterprise", "ALL");
        assertThat(scopes(member(bank, "BANK_OFFICER")))
                .containsEntry("finance.application", "INSTITUTION")
                .containsEntry("code.scan", "OWN");
        assertThat(scopes(member(bank, role(bank, "查企业岗", UserPermissions.READ_ENTERPRISES))))
                .containsEntry("user.enterprise", "INSTITUTION");
    }

    @Test
    void nobody_lets_a_role_reach_further_than_they_do_themselves() {
        CurrentUser admin = Staff.of(bank, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES, HANDLE);
        CurrentUser narrow = admin.reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.OWN), admin.territory());
        String role = role(bank, "范围岗", HANDLE);

        refused(put(admin, role, 0, said("finance.application", "ALL")), 403, "SCOPE_NOT_HELD");
        refused(
                put(
                        admin,
                        role,
                        0,
                        Map.of(
                                "resource",
                                "finance.application",
                                "kind",
                                "INSTITUTIONS",
                                "towns",
                                List.of(),
                                "institutions",
                                List.of(otherBank.id()))),
                403,
                "SCOPE_NOT_HELD");
        refused(put(narrow, role, 0, said("finance.application", "INSTITUTION")), 403, "SCOPE_NOT_HELD");
        refused(put(admin, role, 0, said("finance.nothing", "OWN")), 400, "SCOPE_UNKNOWN");
        refused(put(admin, role, 0, said("user.enterprise", "OWN")), 400, "SCOPE_UNKNOWN");
        refused(
                put(
                        security(),
                        role,
                        0,
                        Map.of(
                                "resource",
                                "user.enterprise",
                                "kind",
                                "TOWNS",
                                "towns",
                                List.of("999999999"),
                                "institutions",
                                List.of())),
                400,
                "SCOPE_UNKNOWN");
        refused(put(security(), role, 0, said("user.enterprise", "TOWNS")), 400, "SCOPE_EMPTY");
        put(admin, role, 0, said("finance.application", "OWN")).expectStatus().isNoContent();
        // To take the word back would widen it.
        refused(put(narrow, role, 1), 403, "SCOPE_NOT_HELD");
        put(security(), role, 1, said("finance.application", "ALL"))
                .expectStatus()
                .isNoContent();
        service.as(Staff.of(bank, UserPermissions.READ_ACCOUNTS, UserPermissions.GRANT_ROLES, HANDLE))
                .get()
                .uri("/api/user/managed-institutions/" + bank.id() + "/roles")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.code=='" + role + "')].grantable")
                .isEqualTo(List.of(false));
        refused(put(security(), "BANK_OFFICER", 0, said("finance.application", "OWN")), 409, "ROLE_PRESET");
    }

    @Test
    void a_copy_reaches_as_far_as_its_source_but_no_further_than_who_made_it() {
        CurrentUser admin = Staff.of(bank, UserPermissions.READ_ROLES, UserPermissions.MANAGE_ROLES, HANDLE);
        String all = role(bank, "全行岗", HANDLE);
        say(all, "finance.application", "ALL", "");
        String own = role(bank, "经办岗", HANDLE);
        say(own, "finance.application", "OWN", "");

        assertThat(copied(security(), all, "全行岗副本")).isEqualTo("ALL");
        assertThat(copied(admin, own, "经办岗副本")).isEqualTo("OWN");
        assertThat(copied(admin, all, "全行岗再副本"))
                .as("unsaid: the own institution")
                .isEmpty();
        CurrentUser narrow = admin.reaching(Map.of(ScopedResource.LOAN_APPLICATION, Reach.OWN), admin.territory());
        assertThat(copied(narrow, all, "全行岗窄副本")).isEqualTo("OWN");
        assertThat(recordedReach("全行岗副本")).containsExactly("全部");
        assertThat(recordedReach("经办岗副本")).containsExactly("本人经办");
        assertThat(recordedReach("全行岗窄副本")).containsExactly("本人经办");
        String made = (String) send(
                        narrow,
                        HttpMethod.POST,
                        "/api/user/roles",
                        Map.of("name", "新设岗", "description", "", "permissions", List.of(HANDLE)))
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("code");
        assertThat(scopes(member(bank, made))).containsEntry("finance.application", "OWN");
    }

    @Test
    void the_list_of_resources_says_how_far_the_caller_may_go() {
        service.as(Staff.of(town, UserPermissions.READ_ROLES))
                .get()
                .uri("/api/user/scoped-resources")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.code=='user.enterprise')].towns[0]")
                .isEqualTo(List.of(LONGZHOUWAN))
                .jsonPath("$[?(@.code=='user.enterprise')].kinds[?(@.kind=='ALL')].grantable")
                .isEqualTo(List.of(false));
    }

    @Test
    void enterprises_of_another_town_are_not_there() {
        Enterprise mine = added("范围甲企业有限公司", LONGZHOUWAN);
        Enterprise others = added("范围乙企业有限公司", YUDONG);
        CurrentUser officer = Staff.of(town, UserPermissions.READ_ENTERPRISES, UserPermissions.SET_PARK);

        get(officer, "/api/user/enterprises?q=范围")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(mine.getId().toString());
        get(officer, "/api/user/enterprises?q=范围&townCode=" + YUDONG)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        assertThat(ExportedFile.of(service.as(officer), "/api/user/enterprises/export?q=范围")
                        .rows())
                .hasSize(1);
        get(officer, "/api/user/enterprises/" + mine.getId()).expectStatus().isOk();
        refused(get(officer, "/api/user/enterprises/" + others.getId()), 404, "NOT_FOUND");
        refused(
                send(officer, HttpMethod.PUT, "/api/user/enterprises/" + others.getId() + "/park", Map.of()),
                404,
                "NOT_FOUND");
        CurrentUser both = officer.reaching(
                Map.of(ScopedResource.ENTERPRISE, Reach.of(ScopeKind.TOWNS, List.of(LONGZHOUWAN, YUDONG), List.of())),
                officer.territory());
        get(both, "/api/user/enterprises?q=范围").expectBody().jsonPath("$.total").isEqualTo(2);
        // 企业分析数据 counts what the caller may see.
        String days = "/api/user/enterprises/registrations/export?from=2026-03-01&to=2026-03-01";
        assertThat(registered(both, days) - registered(officer, days)).isPositive();
        get(Staff.of(bank, UserPermissions.READ_ENTERPRISES), "/api/user/enterprises?q=范围")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void people_of_enterprises_of_another_town_are_not_there() {
        UUID mine = personOf(added("人员甲企业有限公司", LONGZHOUWAN), "范围人员甲");
        UUID others = personOf(added("人员乙企业有限公司", YUDONG), "范围人员乙");
        CurrentUser officer = Staff.of(town, UserPermissions.MANAGE_ENTERPRISE_USERS);

        get(officer, "/api/user/enterprise-accounts?q=范围人员")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].accountId")
                .isEqualTo(mine.toString());
        assertThat(ExportedFile.of(service.as(officer), "/api/user/enterprise-accounts/export?q=范围人员")
                        .rows())
                .hasSize(1);
        get(officer, "/api/user/enterprise-accounts/" + mine).expectStatus().isOk();
        refused(get(officer, "/api/user/enterprise-accounts/" + others), 404, "NOT_FOUND");
        for (String action : List.of("enable", "disable", "password-link", "second-factor-removal")) {
            refused(
                    send(
                            officer,
                            HttpMethod.POST,
                            "/api/user/enterprise-accounts/" + others + "/" + action,
                            Map.of("reason", "长期没有使用")),
                    404,
                    "NOT_FOUND");
        }
        refused(
                send(
                        Staff.of(town, UserPermissions.REVEAL_ENTERPRISE_USERS),
                        HttpMethod.POST,
                        "/api/user/enterprise-accounts/" + others + "/reveal",
                        Map.of("field", UserFields.ENTERPRISE_ACCOUNT_PHONE, "reason", "核实本人意愿")),
                404,
                "NOT_FOUND");
        CurrentUser platform = Staff.of(
                reference.institution("YYZX").orElseThrow(),
                UserPermissions.MANAGE_ENTERPRISE_USERS,
                UserPermissions.READ_ACCOUNTS);
        get(platform, "/api/user/accounts?q=范围人员")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2);
        CurrentUser oneTown = platform.reaching(
                Map.of(
                        ScopedResource.STAFF,
                        Reach.ALL,
                        ScopedResource.ENTERPRISE_USER,
                        Reach.of(ScopeKind.TOWNS, List.of(YUDONG), List.of())),
                platform.territory());
        get(oneTown, "/api/user/accounts?q=范围人员")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].accountId")
                .isEqualTo(others.toString());
    }

    @Test
    void staff_and_institutions_are_seen_as_far_as_a_role_reaches() {
        CurrentUser one = Staff.of(bank, UserPermissions.READ_ACCOUNTS, UserPermissions.READ_INSTITUTIONS);
        Reach chosen = Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(otherBank.id()));
        CurrentUser other =
                one.reaching(Map.of(ScopedResource.STAFF, chosen, ScopedResource.INSTITUTION, chosen), one.territory());

        get(one, "/api/user/institutions/" + bank.id()).expectStatus().isOk();
        refused(get(one, "/api/user/institutions/" + otherBank.id()), 404, "NOT_FOUND");
        get(other, "/api/user/institutions/" + otherBank.id()).expectStatus().isOk();
        refused(get(other, "/api/user/institutions/" + bank.id()), 404, "NOT_FOUND");
        get(other, "/api/user/institutions")
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(List.of(otherBank.id().toString()));
        get(other, "/api/user/managed-institutions")
                .expectBody()
                .jsonPath("$[*].id")
                .isEqualTo(List.of(otherBank.id().toString()));
        get(other, "/api/user/staff?institutionId=" + bank.id())
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "enterprise where town_code in ('500113003') order by registered_at desc; enterprise_town",
                "membership where institution_id in ('0199a000-0000-7000-8000-000000000001'); membership_institution",
                "membership where account_id = '0199a000-0000-7000-8000-000000000001'; membership_once",
                "role_scope where role_code in ('OFFICER'); role_scope_pkey",
            })
    void each_scope_has_its_index(String rows, String index) {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from " + rows).query(String.class).list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
    }

    private long registered(CurrentUser user, String days) {
        return ExportedFile.of(service.as(user), days).column("新增企业（家）").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private Enterprise added(String name, String townCode) {
        Enterprise enterprise = Enterprises.named(name, townCode, "C3484");
        register.add(enterprise);
        return enterprise;
    }

    private UUID personOf(Enterprise enterprise, String name) {
        UUID account = Ids.next();
        jdbc.sql("""
                        insert into account (id, display_name, user_type, channel, registered_at, demo)
                        values (?, ?, 'ENTERPRISE', 'PC', now(), false)""").params(account, name).update();
        memberships.join(
                new Membership(Ids.next(), account, enterprise.getId(), null, "ENTERPRISE_ADMIN", Instant.now()), name);
        return account;
    }

    private Principal principal(UUID account) {
        return memberships.principal(account, UserType.BANK);
    }

    private Map<String, String> scopes(UUID account) {
        return principal(account).scopes();
    }

    private CurrentUser security() {
        return Staff.of(
                reference.institution("YYZX").orElseThrow(),
                UserPermissions.READ_ROLES,
                UserPermissions.MANAGE_ROLES,
                UserPermissions.GRANT_ANY,
                HANDLE);
    }

    private String role(Institution owner, String name, String... permissions) {
        String code = "R_" + Ids.next().toString().replace("-", "").toUpperCase();
        jdbc.sql("insert into role (code, name, institution_id, created_by) values (?, ?, ?, ?)")
                .params(code, name, owner.id(), Ids.next())
                .update();
        jdbc.sql("""
                        insert into permission (code, name, application, page, service, position)
                        values (?, '办理', '融资服务', '融资申请', 'test-scopes', 1) on conflict do nothing""").param(HANDLE).update();
        for (String permission : permissions) {
            jdbc.sql("insert into role_permission (role_code, permission) values (?, ?)")
                    .params(code, permission)
                    .update();
        }
        return code;
    }

    private void say(String role, String resource, String kind, String towns) {
        jdbc.sql("insert into role_scope (role_code, resource, kind, towns) values (?, ?, ?, string_to_array(?, ' '))")
                .params(role, resource, kind, towns)
                .update();
    }

    private UUID member(Institution at, String... roles) {
        UUID account = Ids.next();
        for (String role : roles) {
            memberships.join(new Membership(Ids.next(), account, null, at.id(), role, Instant.now()), "测试人");
        }
        return account;
    }

    private static Map<String, Object> said(String resource, String kind) {
        return Map.of("resource", resource, "kind", kind, "towns", List.of(), "institutions", List.of());
    }

    @SafeVarargs
    private ResponseSpec put(CurrentUser user, String role, int version, Map<String, ?>... scopes) {
        return send(
                user,
                HttpMethod.PUT,
                "/api/user/roles/" + role + "/scopes",
                Map.of("scopes", List.of(scopes), "version", version));
    }

    /** What the record of the new role says of how far it reaches. */
    private List<String> recordedReach(String name) {
        return jdbc.sql("""
                        select change ->> 'after' from outbox, jsonb_array_elements(data -> 'changes') change
                        where type = 'audit.ChangeRecorded' and data ->> 'action' = 'ROLE_CREATED' and data ->> 'subjectName' = ?
                          and change ->> 'field' like 'scopes%'""").param(name).query(String.class).list();
    }

    private String copied(CurrentUser user, String role, String name) {
        send(
                        user,
                        HttpMethod.POST,
                        "/api/user/roles/" + role + "/copy",
                        Map.of("name", name, "institutionId", bank.id()))
                .expectStatus()
                .isCreated();
        return jdbc.sql("select s.kind from role_scope s join role r on r.code = s.role_code where r.name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private ResponseSpec get(CurrentUser user, String uri) {
        return service.as(user).get().uri(uri).exchange();
    }

    private ResponseSpec send(CurrentUser user, HttpMethod method, String uri, Object body) {
        return service.as(user)
                .method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
