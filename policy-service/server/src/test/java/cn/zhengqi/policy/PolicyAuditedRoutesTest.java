package cn.zhengqi.policy;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class PolicyAuditedRoutesTest extends AuditedRoutesTest {

    PolicyAuditedRoutesTest() {
        super(
                "policy",
                Map.of(
                        "POST /internal/promises/moved",
                        "a question",
                        "PUT /api/policy/my/favourites/{policyId}",
                        "a mark in an enterprise's own list; what it reads is nobody's business",
                        "DELETE /api/policy/my/favourites/{policyId}",
                        "as above",
                        "POST /api/policy/manage/criteria/preview",
                        "reads; changes nothing",
                        "POST /api/policy/manage/criteria/proposals",
                        "reads; changes nothing",
                        "POST /internal/policy/rebuild",
                        "makes copies anew from events that are on record",
                        "POST /api/policy/manage/document-texts",
                        "reads; nothing of the file is kept",
                        "POST /api/policy/my/declarations/{id}/supplement/check",
                        "reads; changes nothing",
                        "PUT /api/policy/my/declarations/{id}/draft",
                        "a page saves by itself as somebody types; begun, handed in, withdrawn and deleted are on record"));
    }
}
