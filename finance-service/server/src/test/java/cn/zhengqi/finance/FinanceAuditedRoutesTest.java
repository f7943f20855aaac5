package cn.zhengqi.finance;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class FinanceAuditedRoutesTest extends AuditedRoutesTest {

    FinanceAuditedRoutesTest() {
        super(
                "finance",
                Map.of(
                        "POST /internal/applicants",
                        "a question",
                        "POST /internal/promises/moved",
                        "a question",
                        "POST /internal/purpose-uses",
                        "a question",
                        "POST /api/finance/manage/product-entries/conditions/preview",
                        "says what conditions mean that are not kept",
                        "POST /internal/finance/rebuild",
                        "makes a copy anew from events that are on record",
                        "PUT /api/finance/my/favourites/{productId}",
                        "a mark in an enterprise's own list; what it reads is nobody's business",
                        "DELETE /api/finance/my/favourites/{productId}",
                        "as above",
                        "PUT /api/finance/my/loan-drafts/{productId}",
                        "a page saves by itself at every pause; what it becomes is on record"));
    }
}
