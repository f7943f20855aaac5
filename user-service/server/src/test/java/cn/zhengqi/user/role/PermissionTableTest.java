package cn.zhengqi.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.testing.PresetRoles;
import cn.zhengqi.testing.PresetRoles.PresetRole;
import cn.zhengqi.testing.Repository;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.web.FieldRules;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code docs/permissions.md}: who may do what, for people to read. Roles come from the database of this service, routes and
 * fields from the files that the tests of all services hold against what runs.
 */
@ServiceTest
@ActiveProfiles("test")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PermissionTableTest {

    private static final String WRITE = "permissions.write";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    JdbcClient jdbc;

    @Test
    @Order(1)
    void the_preset_roles_are_those_that_all_services_are_tested_with() {
        List<PresetRole> roles = jdbc.sql("""
                        select r.code, r.name, r.holders,
                          array(select permission from role_permission p where p.role_code = r.code order by 1) as permissions,
                          array(select field || '=' || rule from role_field f where f.role_code = r.code order by 1) as fields,
                          array(select resource || case holder when '' then '' else '@' || holder end || '=' || kind
                            from role_scope s where s.role_code = r.code order by 1) as scopes
                        from role r where institution_id is null order by r.holders, r.code""")
                .query((row, n) -> new PresetRole(
                        row.getString("code"),
                        row.getString("name"),
                        Arrays.asList((String[]) row.getArray("holders").getArray()),
                        Arrays.asList((String[]) row.getArray("permissions").getArray()),
                        Arrays.stream((String[]) row.getArray("fields").getArray())
                                .map(said -> said.split("="))
                                .collect(Collectors.toMap(said -> said[0], said -> FieldRule.valueOf(said[1]))),
                        Arrays.stream((String[]) row.getArray("scopes").getArray())
                                .map(said -> said.split("="))
                                .collect(Collectors.toMap(
                                        said -> said[0], said -> said[1], (one, other) -> one, TreeMap::new))))
                .list();

        Repository.holds(PresetRoles.FILE, JSON.writeValueAsString(roles) + "\n", WRITE);
    }

    @Test
    @Order(2)
    void no_preset_role_has_a_permission_that_no_route_asks_for() {
        String routes = serviceFiles().stream().map(Repository::text).collect(Collectors.joining());
        // Asked within a route, of what one puts into a role.
        assertThat(PresetRoles.all())
                .allSatisfy(role -> assertThat(role.permissions())
                        .filteredOn(code -> !code.equals(UserPermissions.GRANT_ANY))
                        .allSatisfy(code -> assertThat(routes).contains("\"" + code + "\"")));
    }

    /** Who acts for an enterprise and who decides on it have nothing in common but themselves, and keys, which both have of their own. */
    @Test
    @Order(2)
    void people_of_enterprises_and_of_institutions_hold_different_permissions() {
        assertThat(held(true)).containsAnyOf("enterprise.consent", "code.own.manage");
        assertThat(held(true)).filteredOn(held(false)::contains).containsExactlyInAnyOrder("self", "openapi.own");
    }

    private static Set<String> held(boolean byEnterprises) {
        return PresetRoles.all().stream()
                .filter(role -> role.holders().isEmpty() == byEnterprises)
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toSet());
    }

    /** What binds the whole enterprise, not a matter of its own that any of its people brings on. */
    @Test
    @Order(2)
    void a_plain_member_reads_what_the_administrator_decides() {
        Set<String> member = permissionsOf("ENTERPRISE_MEMBER");
        assertThat(member).contains(UserPermissions.OWN_ENTERPRISE);
        assertThat(permissionsOf("ENTERPRISE_ADMIN"))
                .containsAll(member)
                .filteredOn(code -> !member.contains(code))
                .containsExactlyInAnyOrder(
                        UserPermissions.MANAGE_MEMBERS,
                        "openapi.own",
                        "enterprise.consent",
                        "code.own.manage",
                        "match.report.issue");
    }

    private static Set<String> permissionsOf(String code) {
        return PresetRoles.all().stream()
                .filter(role -> role.code().equals(code))
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toSet());
    }

    /** What a preset role reaches is said, never left to what holds where nothing is. */
    @Test
    @Order(3)
    void a_preset_role_says_how_far_it_reaches_into_all_that_it_comes_to_and_nothing_else() {
        assertThat(PresetRoles.all())
                .allSatisfy(role -> assertThat(role.scopes().keySet().stream()
                                .map(said -> said.replaceAll("@.*", ""))
                                .distinct())
                        .as(role.code())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(ScopedResource.values())
                                .filter(resource -> resource.isTouchedBy(role.permissions()))
                                .map(ScopedResource::code)
                                .toList()));
        String routes = serviceFiles().stream().map(Repository::text).collect(Collectors.joining());
        assertThat(ScopedResource.values())
                .allSatisfy(resource -> assertThat(resource.permissions())
                        .allSatisfy(code -> assertThat(routes).contains("\"" + code + "\"")));
    }

    @Test
    @Order(4)
    void the_table_says_what_is() {
        Repository.holds("docs/permissions.md", table(), WRITE);
    }

    private String table() {
        List<PresetRole> roles = PresetRoles.all();
        StringBuilder text = new StringBuilder("""
                # Who may do what

                Written by `PermissionTableTest` from what the services declare and from the preset roles; a test of each service calls
                every route with every role (`RouteSecurityTest`), and every route with an id in its path as people of another enterprise, bank, department and town who hold
                that by which its owner comes there (`Strangers`), or says why whoever holds it may see all; ids in bodies and queries are tried where a test of the service names them. Do not edit:
                run the tests with `-Dpermissions.write=true`, those of user-service last.

                ● may call it; what belongs to another enterprise or institution is still not there for them. Routes below `/internal/` are for the other
                services alone, each for those it names ("Between services"), and are not reached from outside. The gateway's own (`/bff/session`, `/bff/login`, `/bff/callback`,
                `/bff/refresh`, `/bff/logout`) concern the caller's own session, and `/openapi/*.json` describes the routes below: open to everyone. Routes below `/openapi/v1/` are for
                other systems with a key of the open interface, whose scopes no role holds ([ADR 0017](adr/0017-requests-of-other-systems-are-signed.md)). Roles that institutions make
                for themselves hold no permission that is not below. 人才 (TALENT) have no role, nor have chambers and providers until they are admitted: they may call what
                needs "signed in" and nothing else, and the tests call every route as they do.

                ## Roles

                | role | name | of | permissions |
                |---|---|---|---|
                """);
        for (PresetRole role : roles) {
            text.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            role.code(),
                            role.name(),
                            role.holders().isEmpty() ? "ENTERPRISE" : String.join(", ", role.holders()),
                            role.permissions().stream().map(p -> "`" + p + "`").collect(Collectors.joining(" "))));
        }
        List<String> fields = new ArrayList<>();
        List<String> internal = new ArrayList<>();
        for (String file : serviceFiles()) {
            JsonNode service = JSON.readTree(Repository.text(file));
            String name = new File(file).getName().replace(".json", "");
            text.append("\n## ").append(name).append("\n\n| route | needs ");
            roles.forEach(role ->
                    text.append("| ").append(role.code().replace("_", " ")).append(' '));
            text.append("|\n|---|---").append("|:-:".repeat(roles.size())).append("|\n");
            service.get("routes").forEach(route -> {
                if (route.get("path").asString().startsWith("/internal/")) {
                    internal.add(internalLine(name, route));
                } else {
                    text.append(line(route, roles));
                }
            });
            service.get("fields").forEach(field -> fields.add(fieldLine(field, roles)));
        }
        text.append("\n## Between services\n\n`operations` is who runs the platform: the `zhengqi` command.\n\n")
                .append("| route | asked by |\n|---|---|\n");
        internal.forEach(text::append);
        text.append("""

                ## How far roles reach

                Of which records of a resource each preset role sees lists, details, exports and counts; what is out of it is not found. ALL: all. INSTITUTION: the
                own institution and those below, and of what lies in a town the towns that they are. OWN: what the person handled; of loan applications also what waits for somebody at
                their bank. Empty: the role does not come to these records. Who has several roles reaches as far as the widest of them. Roles of institutions say for themselves, chosen
                towns (TOWNS) and institutions (INSTITUTIONS) too (角色权限, 数据权限), and where they say nothing reach to INSTITUTION, of scans to OWN, never to all
                ([ADR 0019](adr/0019-how-far-a-role-reaches.md)).

                | role | of\s""");
        for (ScopedResource resource : ScopedResource.values()) {
            text.append("| ")
                    .append(resource.label())
                    .append("<br>`")
                    .append(resource.code())
                    .append("` ");
        }
        text.append("|\n|---|---")
                .append("|:-:".repeat(ScopedResource.values().length))
                .append("|\n");
        roles.forEach(role -> text.append(scopeLines(role)));
        text.append("""

                ## Sensitive fields

                What each preset role sees, found by the code that writes the answers. MASKED: covered by the mask, wherever the record is written. PLAIN: as
                it is. HIDDEN: not there, and nothing can be searched or sorted by it. EDITABLE, on a request: it may be changed there; a request that changes another
                field is refused as a whole (`FIELD_NOT_EDITABLE`). Roles of institutions may say otherwise of each field that has a code
                (角色权限, 字段权限); without a code the rule is fixed. Who has several roles sees the most permissive of what they say ([ADR 0014](adr/0014-field-rules.md)).

                """);
        text.append("| field | code | mask | plain for ");
        roles.forEach(
                role -> text.append("| ").append(role.code().replace("_", " ")).append(' '));
        text.append("|\n|---|---|---|---").append("|:-:".repeat(roles.size())).append("|\n");
        fields.forEach(text::append);
        return text.toString();
    }

    private static String line(JsonNode route, List<PresetRole> roles) {
        List<String> needs = new ArrayList<>();
        route.get("permissions").forEach(permission -> needs.add(permission.asString()));
        StringBuilder line = new StringBuilder("| %s `%s` | %s "
                .formatted(
                        route.get("method").asString(),
                        route.get("path").asString(),
                        needs.isEmpty()
                                ? "public"
                                : needs.equals(List.of("self")) ? "signed in" : String.join(" or ", needs)));
        roles.forEach(role -> line.append("| ")
                .append(
                        needs.isEmpty()
                                        || needs.contains("self")
                                        || role.permissions().stream().anyMatch(needs::contains)
                                ? "● "
                                : ""));
        return line.append("|\n").toString();
    }

    /** One line, or one for each type of institution where they differ. */
    private static String scopeLines(PresetRole role) {
        if (role.scopes().isEmpty()) {
            return "";
        }
        boolean differs = role.scopes().keySet().stream().anyMatch(said -> said.contains("@"));
        return (differs ? role.holders() : List.of(String.join(", ", role.holders())))
                .stream()
                        .map(holder -> "| %s | %s %s|%n"
                                .formatted(
                                        role.code(),
                                        holder,
                                        Arrays.stream(ScopedResource.values())
                                                .map(resource -> role.reach(resource, holder))
                                                .map(reach -> reach == null ? "| " : "| " + reach.word() + " ")
                                                .collect(Collectors.joining())))
                        .collect(Collectors.joining());
    }

    private static String internalLine(String service, JsonNode route) {
        List<String> callers = new ArrayList<>();
        route.get("permissions").forEach(caller -> callers.add(caller.asString().replace("internal:", "")));
        return "| %s: %s `%s` | %s |\n"
                .formatted(
                        service,
                        route.get("method").asString(),
                        route.get("path").asString(),
                        String.join(", ", callers));
    }

    private static String fieldLine(JsonNode field, List<PresetRole> roles) {
        List<String> plainFor = new ArrayList<>();
        field.get("plainFor").forEach(permission -> plainFor.add(permission.asString()));
        String code = field.get("code").asString();
        StringBuilder line = new StringBuilder("| %s.**%s** | %s | %s | %s "
                .formatted(
                        field.get("type").asString(),
                        field.get("field").asString(),
                        code.isEmpty() ? "" : "`" + code + "`",
                        field.get("mask").asString(),
                        plainFor.isEmpty() ? "nobody" : String.join(" or ", plainFor)));
        List<String> editableFor = new ArrayList<>();
        field.path("editableFor").forEach(permission -> editableFor.add(permission.asString()));
        roles.forEach(role -> line.append("| ")
                .append(FieldRules.rule(code, plainFor, role.holder()))
                .append(FieldRules.mayEdit(code, editableFor, role.holder()) ? ", EDITABLE " : " "));
        return line.append("|\n").toString();
    }

    private static List<String> serviceFiles() {
        return Arrays.stream(Objects.requireNonNull(
                        Repository.file("docs/permissions").toFile().list()))
                .filter(name -> name.endsWith("-service.json"))
                .sorted()
                .map(name -> "docs/permissions/" + name)
                .toList();
    }
}
