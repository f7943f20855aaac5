package cn.zhengqi.code;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.permission.Reach;
import cn.zhengqi.kernel.permission.ScopeKind;
import cn.zhengqi.kernel.permission.ScopedResource;
import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims, codes and scans of two towns: each town's people see those of theirs, wherever they look. */
class ScopesWebTest extends CodeServiceTest {

    private static final String[] STAFF = {
        CodePermissions.REVIEW_CLAIMS, CodePermissions.REVEAL_CLAIMS, CodePermissions.MANAGE, CodePermissions.SCAN
    };

    @Autowired
    TransactionTemplate transaction;

    private final String here = "here-" + Ids.next();
    private final String there = "there-" + Ids.next();
    private final CurrentUser town = TestUsers.ofTown(Ids.next(), here, STAFF);

    @Test
    void claims_of_another_town_are_not_there() {
        String mine = claimIn(here);
        String others = claimIn(there);

        get(town, "/claims")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(mine);
        get(town, "/claims/" + mine).expectStatus().isOk();
        assertThat(ExportedFile.of(service.as(town), "/api/code/claims/export").rows())
                .hasSize(1);
        refused(get(town, "/claims/" + others), 404, "NOT_FOUND");
        refused(get(town, "/files/" + letterOf(others)), 404, "NOT_FOUND");
        get(town, "/files/" + letterOf(mine)).expectStatus().isOk();
        for (String decision : List.of("approve", "reject", "return")) {
            refused(
                    post(town, "/claims/" + others + "/" + decision, Map.of("version", 0, "reason", "不在本辖区")),
                    404,
                    "NOT_FOUND");
        }
        refused(
                post(
                        town,
                        "/claims/" + others + "/reveal",
                        Map.of("field", "code.claim.agent-phone", "reason", "电话核实申请人身份")),
                404,
                "NOT_FOUND");
        post(
                        town,
                        "/claims/batch-approve",
                        Map.of("items", List.of(Map.of("id", others, "version", 0), Map.of("id", mine, "version", 0))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].code")
                .isEqualTo("NOT_FOUND")
                .jsonPath("$[1].approved")
                .isEqualTo(true);
    }

    @Test
    void who_sees_their_own_work_finds_the_claims_they_decided_wherever_they_came_from() {
        String decided = claimIn(there);
        CurrentUser own = reaching(Reach.OWN);
        refused(get(own, "/claims/" + decided), 404, "NOT_FOUND");

        // By a colleague's hand it would not be theirs; they had it when they still saw all.
        CurrentUser before = own.reaching(TestUsers.everywhere(), own.territory());
        post(before, "/claims/" + decided + "/return", Map.of("version", 0, "reason", "授权书不清晰"))
                .expectStatus()
                .isOk();

        get(own, "/claims").expectBody().jsonPath("$.total").isEqualTo(1);
        get(own, "/claims/" + decided).expectStatus().isOk();
    }

    @Test
    void codes_of_another_town_are_not_there() {
        String mine = codeIn(here);
        String others = codeIn(there);

        get(town, "/codes")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(mine);
        assertThat(ExportedFile.of(service.as(town), "/api/code/codes/export").rows())
                .hasSize(1);
        get(town, "/codes/" + mine).expectStatus().isOk();
        refused(get(town, "/codes/" + others), 404, "NOT_FOUND");
        for (String change : List.of("freeze", "unfreeze", "revoke", "reissue", "level")) {
            refused(
                    post(
                            town,
                            "/codes/" + others + "/" + change,
                            Map.of("version", 0, "reason", "越界的一次操作", "level", "WARNED")),
                    404,
                    "NOT_FOUND");
        }
        CurrentUser both = reaching(Reach.of(ScopeKind.TOWNS, List.of(here, there), List.of()));
        get(both, "/codes").expectBody().jsonPath("$.total").isEqualTo(2);
        get(reaching(Reach.NONE), "/codes").expectBody().jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void service_codes_of_another_institution_are_not_there_nor_who_came_by_them() {
        CurrentUser maker = TestUsers.ofTown(Ids.next(), here, STAFF);
        String venue = serviceCodeOf(maker);
        CurrentUser stranger = TestUsers.ofTown(Ids.next(), there, STAFF);
        CurrentUser above = TestUsers.ofDepartment(Ids.next(), STAFF);
        CurrentUser head = above.reaching(
                Map.of(ScopedResource.SERVICE_CODE, Reach.INSTITUTION),
                Territory.of(above.institutionId(), Set.of(maker.institutionId()), Set.of()));

        for (CurrentUser sees : List.of(maker, head, manager)) {
            get(sees, "/service-codes?q=" + venue)
                    .expectBody()
                    .jsonPath("$.total")
                    .isEqualTo(1);
            get(sees, "/service-codes/" + venue(venue) + "/visits")
                    .expectStatus()
                    .isOk();
        }
        get(stranger, "/service-codes?q=" + venue)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        assertThat(ExportedFile.of(service.as(stranger), "/api/code/service-codes/export?q=" + venue)
                        .rows())
                .isEmpty();
        String path = "/service-codes/" + venue(venue);
        refused(get(stranger, path), 404, "NOT_FOUND");
        refused(get(stranger, path + "/visits"), 404, "NOT_FOUND");
        refused(put(stranger, path, Map.of("version", 0, "code", serviceCode("改名"))), 404, "NOT_FOUND");
        refused(post(stranger, path + "/stop", Map.of("version", 0)), 404, "NOT_FOUND");
        post(head, path + "/stop", Map.of("version", 0)).expectStatus().isOk();
        refused(post(stranger, path + "/resume", Map.of("version", 1)), 404, "NOT_FOUND");
    }

    @Test
    void who_sees_their_own_work_finds_the_service_codes_they_made() {
        CurrentUser maker = TestUsers.ofDepartment(Ids.next(), STAFF);
        String venue = serviceCodeOf(maker);
        CurrentUser own = maker.reaching(Map.of(ScopedResource.SERVICE_CODE, Reach.OWN), maker.territory());

        get(own, "/service-codes/" + venue(venue)).expectStatus().isOk();
        refused(get(reaching(Reach.OWN), "/service-codes/" + venue(venue)), 404, "NOT_FOUND");
    }

    /** Its name. */
    private String serviceCodeOf(CurrentUser maker) {
        String name = "窗口 " + Ids.next();
        post(maker, "/service-codes", serviceCode(name)).expectStatus().isCreated();
        return name;
    }

    private String venue(String name) {
        return jdbc.sql("select id from service_code where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> serviceCode(String name) {
        return Map.of("kind", "VENUE", "name", name, "offers", List.of(Map.of("service", "MATCH")));
    }

    @Test
    void scans_are_one_s_own_or_those_of_the_institution_or_of_the_town() {
        EnterpriseRecord enterprise = holder("BASIC");
        scan(dynamicCode(enterprise.id())).expectStatus().isCreated();
        jdbc.sql("update scan set town_code = ? where enterprise_id = ?")
                .params(here, enterprise.id())
                .update();

        total(officer, 1);
        total(town, 0);
        total(reaching(Reach.of(ScopeKind.TOWNS, List.of(here), List.of())), 1);
        total(reaching(Reach.of(ScopeKind.TOWNS, List.of(there), List.of())), 0);
        total(reaching(Reach.of(ScopeKind.INSTITUTIONS, List.of(), List.of(officer.institutionId()))), 1);
        CurrentUser head = TestUsers.ofDepartment(Ids.next(), STAFF);
        total(
                head.reaching(
                        Map.of(ScopedResource.SCAN, Reach.INSTITUTION),
                        Territory.of(head.institutionId(), Set.of(officer.institutionId()), Set.of())),
                1);
        assertThat(ExportedFile.of(
                                service.as(reaching(Reach.of(ScopeKind.TOWNS, List.of(here), List.of()))),
                                "/api/code/scans/export")
                        .column("核验人"))
                .containsExactly(officer.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "claim; town_code = 'x' order by submitted_at desc; claim_town",
                "claim; id in (select claim_id from claim_step where actor_id = gen_random_uuid()); claim_step_actor",
                "enterprise_code; town_code = 'x' order by issued_at desc; enterprise_code_town",
                "enterprise_code; id in (select code_id from code_change where actor_id = '019a1ddc-6758-730d-8a55-413738e1be13'); code_change_actor",
                "service_code; institution_id = gen_random_uuid() order by created_at desc, id; service_code_institution",
                "service_code; created_by = gen_random_uuid() order by created_at desc, id; service_code_maker",
                "scan; town_code = 'x' order by at desc; scan_town",
                "scan; true order by at desc, id limit 20; scan_newest",
                "scan; true order by enterprise_name, id limit 20; scan_by_name",
                "scan; true and (enterprise_name ilike '%机械有限%' or uscc = '91500113MA5U0000XX'); scan_name_part",
                "scan; true and (enterprise_name ilike '%机械有限%' or uscc = '91500113MA5U0000XX'); scan_uscc",
                "scan; institution_id = '019a1ddc-6758-730d-8a55-413738e1be13' order by at desc; scan_institution",
            })
    void each_scope_has_its_index(String table, String condition, String index) {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from " + table + " where "
                            + condition.replace("gen_random_uuid()", "'019a1ddc-6758-730d-8a55-413738e1be13'"))
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
    }

    private void total(CurrentUser user, int scans) {
        get(user, "/scans").expectBody().jsonPath("$.total").isEqualTo(scans);
    }

    /** Somebody of another institution who reaches this far into all three. */
    private static CurrentUser reaching(Reach reach) {
        CurrentUser somebody = TestUsers.ofDepartment(Ids.next(), STAFF);
        return somebody.reaching(
                Map.of(
                        ScopedResource.CLAIM,
                        reach,
                        ScopedResource.CODE,
                        reach,
                        ScopedResource.SERVICE_CODE,
                        reach,
                        ScopedResource.SCAN,
                        reach),
                somebody.territory());
    }

    private String claimIn(String townCode) {
        String claim = claimed(applicant(), enterprise().id());
        jdbc.sql("update claim set town_code = ? where id = ?")
                .params(townCode, UUID.fromString(claim))
                .update();
        return claim;
    }

    private String codeIn(String townCode) {
        String claim = claimIn(townCode);
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();
        return jdbc.sql("select id from enterprise_code where claim_id = ? and town_code = ?")
                .params(UUID.fromString(claim), townCode)
                .query(String.class)
                .single();
    }

    private String letterOf(String claim) {
        return jdbc.sql("select letter_file_id from claim where id = ?")
                .param(UUID.fromString(claim))
                .query(String.class)
                .single();
    }
}
