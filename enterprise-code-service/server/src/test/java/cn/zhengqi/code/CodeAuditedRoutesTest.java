package cn.zhengqi.code;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class CodeAuditedRoutesTest extends AuditedRoutesTest {

    CodeAuditedRoutesTest() {
        super(
                "code",
                Map.of(
                        "POST /internal/promises/moved", "a question",
                        "POST /api/code/my/code/dynamic",
                                "shows a code that lives a minute; its use, a scan, is recorded",
                        "POST /api/code/my/service-code-visits", "a visit that is counted, and is a record itself",
                        "POST /openapi/v1/codes/verify",
                                "says whether a code is genuine and changes nothing; the gateway's log of calls has it",
                        "POST /internal/enterprise-code/rebuild", "makes a copy anew from events that are on record"));
    }
}
