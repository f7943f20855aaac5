package cn.zhengqi.policy;

import cn.zhengqi.kernel.permission.Territory;
import cn.zhengqi.policy.redemption.PaymentServiceTest;
import cn.zhengqi.testing.Strangers;
import cn.zhengqi.testing.TestPdf;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to an enterprise or a department is not there for others. */
class PolicyStrangersTest extends PaymentServiceTest {

    private static final String FAVOURITES =
            "the id is that of a policy, which is everybody's; the mark is set and read in the own list only";

    private @Nullable UUID owned;

    /** Other tests count the library. */
    @AfterEach
    void the_policy_goes() {
        for (String table :
                List.of("policy_draft where policy_id", "policy_edition where policy_id", "policy where id")) {
            jdbc.sql("delete from " + table + " = ?").param(owned).update();
        }
    }

    private void anEditionOf(UUID policyId) {
        jdbc.sql("""
                        insert into policy_edition select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'policy_id', ?::uuid))).*
                        from policy_edition e join policy p on p.id = e.policy_id where p.code = 'N06' and e.edition = 1""").param(policyId).update();
    }

    @Test
    void no_stranger_comes_by_any_route_with_an_id(@Autowired Strangers strangers) {
        String read = "who manages the library reads all of it, also what others keep";
        CurrentUser keeper = TestUsers.ofDepartment(department, PolicyPermissions.MANAGE, PolicyPermissions.REVIEW)
                .reaching(Map.of(), Territory.of(department, Set.of(), Set.of()));
        UUID written = post(
                        keeper,
                        "/api/policy/manage/drafts",
                        Map.of("code", "W" + department.toString().substring(28).toUpperCase(Locale.ROOT)))
                .id();
        owned = jdbc.sql("select policy_id from policy_draft where id = ?")
                .param(written)
                .query(UUID.class)
                .single();
        anEditionOf(owned);
        Map<String, Object> ofAnotherTime = Map.of("version", 9);
        Map<String, Object> ofAnotherTimeWithReason = Map.of("version", 9, "reason", "测试用的理由");
        Map<String, Object> said = Map.of(
                "tagsBasic", List.of(),
                "tagsAdvanced", List.of(),
                "exclusions", List.of(),
                "relations", List.of(),
                "reference", false,
                "ruleToCertain", true);
        Map<String, Object> writing = Map.of("version", 9, "content", said, "cases", List.of());
        // Whoever comes by the version that it had is told to look again.
        jdbc.sql("update policy_draft set version = 1 where id = ?")
                .param(written)
                .update();
        UUID project = opened(project()).id();
        Answer declared = submitted(enterprise, project);
        Answer taken = act(officer, declared, "take-on", Map.of());
        UUID draft = begun(enterprise, opened(project()).id()).id();
        UUID closed = created(project()).id();
        UUID id = declared.id();
        Map<String, Object> seen = Map.of("version", taken.version());
        Map<String, Object> filled = Map.of("version", 0, "answers", Map.of(), "papers", Map.of());
        Map<String, Object> back =
                Map.of("version", taken.version(), "reason", "请补充完整", "marked", List.of(Map.of("key", "product")));
        UUID file = jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        Answer payout = paying(500_000);
        Map<String, Object> found = payout(A_TENTH, 500_000);
        found.put("kind", "EXEMPT");
        Answer exempt = paying(found);
        Answer planned = drafted(payout(A_TENTH, 500_000));
        UUID invoice = uploaded(firm, TestPdf.ofOnePage()).id();
        Map<String, Object> claim = new HashMap<>(claim(firm, 800_000));
        claim.put("files", List.of(invoice));
        Answer applied = applied(firm, payout, claim);
        Map<String, Object> money = Map.of("version", payout.version(), "amount", 1000, "note", "测试");
        Map<String, Object> refusal = Map.of("version", applied.version(), "reason", "不符合条件");
        UUID objected = post(
                        enterprise,
                        "/api/policy/my/objections",
                        Map.of(
                                "noticeId",
                                noticed(aFirm(), payout, 100_000).id(),
                                "words",
                                "不实",
                                "contactPhone",
                                "13800001111"))
                .id();
        UUID payable = noticed(aFirm(), payout, 100_000).id();
        afterTheNotice();
        Answer batch = post(clerk, "/api/policy/redemption/batches", Map.of("applications", List.of(payable)));
        Answer another = post(
                clerk,
                "/api/policy/redemption/batches",
                Map.of(
                        "applications",
                        List.of(approved(aFirm(), payout, 100_000).id())));
        Answer exportable = post(
                chief,
                "/api/policy/redemption/batches/" + another.id() + "/approve",
                Map.of("version", another.version()));
        Map<String, Object> answered = Map.of("version", 0, "reason", "测试用的理由");
        Answer paidProject = paying(500_000);
        Answer toBePaid = approved(aFirm(), paidProject, 100_000);
        Answer third = handedOver(toBePaid);
        settled(clerk, third, paid(toBePaid, "A1"));
        Map<String, Object> sentBack = Map.of("reference", "TH1", "reason", "账户已经销户");
        UUID cameBack = post(clerk, "/api/policy/redemption/applications/" + toBePaid.id() + "/returns", sentBack)
                .id();
        Map<String, Object> wish = Map.of("workingDays", 1, "reason", "等待现场核查");
        CurrentUser head = TestUsers.ofDepartment(department, PolicyPermissions.SUPERVISE_ANSWERS)
                .reaching(Map.of(), Territory.of(department, Set.of(), Set.of()));
        Object promise = ((Map<?, ?>) Objects.requireNonNull(declared.get("promise"))).get("id");
        strangers
                .toward()
                .owned("POST /api/policy/promises/{id}/urge", head, promise)
                .owned("POST /api/policy/promises/{id}/decide-extension", head, promise, Map.of("approved", true))
                .owned("POST /api/policy/declarations/{id}/ask-extension", officer, id, wish)
                .owned("POST /api/policy/redemption/applications/{id}/ask-extension", clerk, applied.id(), wish)
                .open("PUT /api/policy/promise-terms/{caseClass}", "names a kind of case; its term is one for all")
                .owned("POST /api/policy/manage/policies/{id}/withdraw", keeper, owned, ofAnotherTimeWithReason)
                .owned("POST /api/policy/manage/policies/{id}/publish", keeper, owned, ofAnotherTime)
                .owned("POST /api/policy/manage/drafts/of/{policyId}", keeper, owned)
                .open("GET /api/policy/manage/drafts/{id}", read)
                .open("GET /api/policy/manage/drafts/{id}/attachments/{attachment}", read)
                .owned("PUT /api/policy/manage/drafts/{id}", keeper, written, writing)
                .owned("POST /api/policy/manage/drafts/{id}/submit", keeper, written, ofAnotherTime)
                .owned("POST /api/policy/manage/drafts/{id}/publish", keeper, written, ofAnotherTime)
                .owned("POST /api/policy/manage/drafts/{id}/return", keeper, written, ofAnotherTimeWithReason)
                .open(
                        "POST /api/policy/manage/drafts/{id}/attachments",
                        "a file has to come with it: PolicyOwnersTest brings one")
                .owned("DELETE /api/policy/manage/drafts/{id}/attachments/{attachment}", keeper, written)
                .owned("DELETE /api/policy/manage/drafts/{id}", keeper, written)
                .open("GET /openapi/v1/policies/{idOrCode}", "what is published is there for every system")
                .open(
                        "GET /api/policy/my/projects/{id}/eligibility",
                        "what is open is there for every enterprise, which is told of itself")
                .open(
                        "GET /api/policy/my/redemptions/projects/{id}/eligibility",
                        "what is open is there for every enterprise, which is told of itself")
                .open("GET /api/policy/my/favourites/{policyId}", FAVOURITES)
                .open("PUT /api/policy/my/favourites/{policyId}", FAVOURITES)
                .open("DELETE /api/policy/my/favourites/{policyId}", FAVOURITES)
                .owned("GET /api/policy/manage/projects/{id}", officer, closed)
                .owned("GET /api/policy/declarations/{id}", officer, id)
                .owned("GET /api/policy/declaration-files/{id}", officer, file)
                .owned("GET /api/policy/my/declarations/{id}", enterprise, id)
                .owned("GET /api/policy/my/declarations/{id}/receipt", enterprise, id)
                .owned("PUT /api/policy/my/declarations/{id}/draft", enterprise, draft, filled)
                .owned("POST /api/policy/my/declarations/{id}/submit", enterprise, id, seen)
                .owned("POST /api/policy/my/declarations/{id}/discard", enterprise, id, seen)
                .owned(
                        "POST /api/policy/my/declarations/{id}/supplement",
                        enterprise,
                        id,
                        Map.of("version", taken.version(), "answers", Map.of(), "papers", Map.of()))
                .owned(
                        "POST /api/policy/my/declarations/{id}/supplement/check",
                        enterprise,
                        id,
                        Map.of("version", taken.version(), "answers", Map.of(), "papers", Map.of()))
                .owned("POST /api/policy/declarations/{id}/take-on", officer, id, seen)
                .owned("GET /api/policy/declarations/{id}/colleagues", officer, id)
                .owned(
                        "POST /api/policy/declarations/{id}/hand-over",
                        officer,
                        id,
                        Map.of("version", taken.version(), "reason", "经办人出差"))
                .owned("POST /api/policy/declarations/{id}/send-back", officer, id, back)
                .owned("POST /api/policy/declarations/{id}/pass", officer, id, seen)
                .owned(
                        "POST /api/policy/declarations/{id}/reject",
                        officer,
                        id,
                        Map.of("version", taken.version(), "reason", "不符合条件"))
                .owned(
                        "POST /api/policy/declarations/{id}/reveal",
                        officer,
                        id,
                        Map.of("field", PolicyFields.CONTACT_PHONE, "reason", "核实申报信息"))
                .owned("POST /api/policy/my/declarations/{id}/withdraw", enterprise, id, seen)
                .owned(
                        "PUT /api/policy/manage/projects/{id}",
                        officer,
                        closed,
                        Map.of("version", 0, "project", project()))
                .owned("POST /api/policy/manage/projects/{id}/open", officer, closed, Map.of("version", 1))
                .owned("POST /api/policy/manage/projects/{id}/close", officer, closed, Map.of("version", 2))
                .owned("GET /api/policy/manage/redemption-projects/{id}", clerk, payout.id())
                .owned("GET /api/policy/manage/redemption-projects/{id}/entries", clerk, payout.id())
                .owned(
                        "PUT /api/policy/manage/redemption-projects/{id}",
                        clerk,
                        planned.id(),
                        Map.of("version", planned.version(), "project", payout(A_TENTH, 1000)))
                .owned(
                        "POST /api/policy/manage/redemption-projects/{id}/open",
                        clerk,
                        planned.id(),
                        Map.of("version", planned.version() + 1))
                .owned("POST /api/policy/manage/redemption-projects/{id}/allocate", clerk, payout.id(), money)
                .owned("POST /api/policy/manage/redemption-projects/{id}/return", clerk, payout.id(), money)
                .owned(
                        "POST /api/policy/manage/redemption-projects/{id}/closes-on",
                        clerk,
                        payout.id(),
                        Map.of("version", 0, "closesOn", "2030-01-01"))
                .owned(
                        "POST /api/policy/manage/redemption-projects/{id}/close",
                        clerk,
                        payout.id(),
                        Map.of("version", 0))
                .owned("POST /api/policy/redemption/objections/{id}/dismiss", clerk, objected, answered)
                .owned("POST /api/policy/redemption/objections/{id}/uphold", clerk, objected, answered)
                .owned("POST /api/policy/redemption/applications/{id}/returns", clerk, toBePaid.id(), sentBack)
                .owned("POST /api/policy/redemption/returns/{id}/refuse", chief, cameBack, answered)
                .owned("POST /api/policy/redemption/returns/{id}/confirm", chief, cameBack, Map.of("version", 1))
                .owned("GET /api/policy/redemption/batches/{id}", clerk, batch.id())
                .owned("POST /api/policy/redemption/batches/{id}/approve", chief, batch.id(), Map.of("version", 0))
                .owned(
                        "POST /api/policy/redemption/batches/{id}/hand-over",
                        clerk,
                        exportable.id(),
                        Map.of("version", 1))
                .owned("GET /api/policy/redemption/batches/{id}/export", clerk, third.id())
                .owned("POST /api/policy/redemption/batches/{id}/cancel", chief, batch.id(), answered)
                .owned("POST /api/policy/redemption/applications/{id}/pay-again", clerk, applied.id(), refusal)
                .owned("POST /api/policy/redemption/applications/{id}/check", clerk, applied.id())
                .owned(
                        "POST /api/policy/redemption/applications/{id}/keep",
                        clerk,
                        applied.id(),
                        Map.of("checkId", applied.id(), "reason", "测试用的理由"))
                .owned("POST /api/policy/redemption/applications/{id}/end", clerk, applied.id(), refusal)
                .owned("GET /api/policy/redemption/applications/{id}", clerk, applied.id())
                .owned("GET /api/policy/redemption/files/{id}", clerk, invoice)
                .owned("GET /api/policy/my/redemptions/{id}", firm, applied.id())
                .owned(
                        "POST /api/policy/my/redemptions/{id}/supplement",
                        firm,
                        applied.id(),
                        Map.of("version", applied.version(), "claim", claim(firm, 1000)))
                .owned("GET /api/policy/manage/redemption-projects/{id}/offers", clerk, exempt.id())
                .owned("GET /api/policy/manage/redemption-projects/{id}/offers/sum", clerk, exempt.id())
                .owned(
                        "POST /api/policy/manage/redemption-projects/{id}/offers",
                        clerk,
                        exempt.id(),
                        Map.of(
                                "offers",
                                List.of(Map.of(
                                        "enterpriseId", Objects.requireNonNull(firm.enterpriseId()), "basis", 1000))))
                .owned(
                        "POST /api/policy/my/redemptions/{id}/confirm",
                        firm,
                        applied.id(),
                        Map.of("version", applied.version(), "account", account(firm)))
                .owned("POST /api/policy/my/redemptions/{id}/decline", firm, applied.id(), seen)
                .owned(
                        "POST /api/policy/my/redemptions/{id}/account",
                        firm,
                        applied.id(),
                        Map.of("version", applied.version(), "account", account(firm)))
                .owned("POST /api/policy/redemption/applications/{id}/send-back", clerk, applied.id(), refusal)
                .owned(
                        "POST /api/policy/redemption/applications/{id}/recognise",
                        clerk,
                        applied.id(),
                        Map.of("version", applied.version()))
                .owned("POST /api/policy/redemption/applications/{id}/reject", clerk, applied.id(), refusal)
                .owned("POST /api/policy/my/redemptions/{id}/withdraw", firm, applied.id(), seen)
                .areTurnedAway();
    }
}
