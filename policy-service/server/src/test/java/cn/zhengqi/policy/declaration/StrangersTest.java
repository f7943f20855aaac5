package cn.zhengqi.policy.declaration;

import cn.zhengqi.testing.Strangers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to an enterprise or a department is not there for others. */
class StrangersTest extends DeclarationServiceTest {

    private static final String FAVOURITES =
            "the id is that of a policy, which is everybody's; the mark is set and read in the own list only";

    @Test
    void no_stranger_comes_by_any_route_with_an_id(@Autowired Strangers strangers) {
        String all = "a policy has no department that owns it: who manages the library manages all of it";
        UUID project = opened(project()).id();
        Answer declared = submitted(enterprise, project);
        Answer taken = act(officer, declared, "take-on", Map.of());
        UUID draft = begun(enterprise, opened(project()).id()).id();
        UUID closed = created(project()).id();
        UUID id = declared.id();
        Map<String, Object> seen = Map.of("version", taken.version());
        Map<String, Object> filled = Map.of("version", 0, "answers", Map.of(), "papers", Map.of());
        Map<String, Object> back =
                Map.of("version", taken.version(), "reason", "补", "marked", List.of(Map.of("key", "product")));
        UUID file = jdbc.sql("select file_ids[1]::uuid from declaration where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        strangers
                .toward()
                .open("POST /api/policy/manage/policies/{id}/publish", all)
                .open("POST /api/policy/manage/policies/{id}/withdraw", all)
                .open("GET /api/policy/manage/drafts/{id}", all)
                .open("PUT /api/policy/manage/drafts/{id}", all)
                .open("DELETE /api/policy/manage/drafts/{id}", all)
                .open("POST /api/policy/manage/drafts/of/{policyId}", all)
                .open("POST /api/policy/manage/drafts/{id}/submit", all)
                .open("POST /api/policy/manage/drafts/{id}/publish", all)
                .open("POST /api/policy/manage/drafts/{id}/return", all)
                .open("GET /openapi/v1/policies/{idOrCode}", "what is published is there for every system")
                .open(
                        "GET /api/policy/my/projects/{id}/eligibility",
                        "what is open is there for every enterprise, which is told of itself")
                .open("GET /api/policy/my/favourites/{policyId}", FAVOURITES)
                .open("PUT /api/policy/my/favourites/{policyId}", FAVOURITES)
                .open("DELETE /api/policy/my/favourites/{policyId}", FAVOURITES)
                .owned("GET /api/policy/manage/projects/{id}", officer, closed)
                .owned("GET /api/policy/declarations/{id}", officer, id)
                .owned("GET /api/policy/declaration-files/{id}", officer, file)
                .owned("GET /api/policy/my/declarations/{id}", enterprise, id)
                .owned("PUT /api/policy/my/declarations/{id}/draft", enterprise, draft, filled)
                .owned("POST /api/policy/my/declarations/{id}/submit", enterprise, id, seen)
                .owned("POST /api/policy/my/declarations/{id}/discard", enterprise, id, seen)
                .owned(
                        "POST /api/policy/my/declarations/{id}/supplement",
                        enterprise,
                        id,
                        Map.of("version", taken.version(), "answers", Map.of(), "papers", Map.of()))
                .owned("POST /api/policy/declarations/{id}/take-on", officer, id, seen)
                .owned("POST /api/policy/declarations/{id}/send-back", officer, id, back)
                .owned("POST /api/policy/declarations/{id}/pass", officer, id, seen)
                .owned(
                        "POST /api/policy/declarations/{id}/reject",
                        officer,
                        id,
                        Map.of("version", taken.version(), "reason", "不符合"))
                .owned("POST /api/policy/my/declarations/{id}/withdraw", enterprise, id, seen)
                .owned(
                        "PUT /api/policy/manage/projects/{id}",
                        officer,
                        closed,
                        Map.of("version", 0, "project", project()))
                .owned("POST /api/policy/manage/projects/{id}/open", officer, closed, Map.of("version", 1))
                .owned("POST /api/policy/manage/projects/{id}/close", officer, closed, Map.of("version", 2))
                .areTurnedAway();
    }
}
