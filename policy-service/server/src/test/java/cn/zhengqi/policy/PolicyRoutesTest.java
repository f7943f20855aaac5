package cn.zhengqi.policy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;

@ServiceTest
class PolicyRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.of(
                "POST /api/policy/declarations/{id}/reveal", "each look is on record, the repeated one too",
                "POST /api/policy/my/declarations/{id}/supplement/check",
                        "reads: says what is wrong with what is typed",
                "POST /api/policy/redemption/batches/{id}/hand-over",
                        "its answer is the file; by the version it names it is handed over once",
                "POST /api/policy/manage/criteria/preview", "reads: says what is wrong with a tree, or tells it",
                "POST /api/policy/manage/criteria/proposals", "reads: says what a text asks for",
                "POST /api/policy/manage/document-texts", "reads: gives the text of a file, of which nothing is kept",
                "POST /api/policy/manage/drafts", "a code is taken once: asked again, POLICY_CODE_TAKEN",
                "POST /api/policy/manage/drafts/of/{policyId}",
                        "a policy has one open draft: asked again, DRAFT_OPEN_ALREADY leads to it");
    }

    @Override
    protected Map<String, String> asksAnotherService() {
        return Map.of(
                "POST /api/policy/manage/criteria/preview",
                "matching-service tells a tree in the words of its answers",
                "POST /api/policy/my/declarations",
                "user-service says who the enterprise is",
                "GET /api/policy/my/projects/barred",
                "matching-service says how the enterprise stands",
                "GET /api/policy/my/projects/{id}/eligibility",
                "matching-service says how the enterprise stands",
                "GET /api/policy/my/redemptions/projects/{id}/eligibility",
                "matching-service says how the enterprise stands",
                "POST /api/policy/my/redemptions",
                "user-service says who the enterprise is, matching-service how it stands",
                "POST /api/policy/my/redemptions/{id}/supplement",
                "user-service says who the enterprise is",
                "POST /api/policy/my/redemptions/{id}/confirm",
                "user-service says who the enterprise is",
                "POST /api/policy/my/redemptions/{id}/account",
                "user-service says who the enterprise is");
    }

    @Override
    protected UploadForm uploadForm(String method, String pattern) {
        if (pattern.endsWith("/drafts/{id}/attachments")) {
            // What the file is comes before whose it would be.
            return new UploadForm(pattern.replace("{id}", Ids.next().toString()) + "?version=0", "file", Map.of());
        }
        return pattern.endsWith("/batch-results")
                ? new UploadForm(pattern + "?batchId=" + Ids.next(), "file", Map.of())
                : super.uploadForm(method, pattern);
    }

    /** Files of declarations are an enterprise's; what the treasury answers a department hands in. */
    @Override
    protected CurrentUser handsIn(String... permissions) {
        if (List.of(permissions).contains(PolicyPermissions.PREPARE_PAYMENT)) {
            return TestUsers.ofDepartment(Ids.next(), permissions);
        }
        return TestUsers.ofEnterprise(Ids.next(), permissions);
    }
}
