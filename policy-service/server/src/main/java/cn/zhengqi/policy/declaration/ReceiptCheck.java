package cn.zhengqi.policy.declaration;

import cn.zhengqi.paper.PaperCheck;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;

/** What anybody is told who has the number of a receipt. */
public record ReceiptCheck(
        @JsonUnwrapped PaperCheck check, String declarationNumber, String projectTitle, OffsetDateTime submittedAt) {}
