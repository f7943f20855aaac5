package cn.zhengqi.ops.audit;

import cn.zhengqi.ops.api.VerificationReport;
import cn.zhengqi.web.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the operator's command {@code zhengqi audit verify}. */
@RestController
@Callers(Callers.OPERATIONS)
class InternalAuditEndpoint {

    private final Verification verification;

    InternalAuditEndpoint(Verification verification) {
        this.verification = verification;
    }

    /**
     * @param log which of the two; 操作日志 when absent
     * @param seenThrough entry that an earlier verification saw last
     * @param seenHash and its hash, hexadecimal
     */
    @GetMapping("/internal/audit/verification")
    VerificationReport verify(
            @RequestParam(defaultValue = "OPERATIONS") VerificationReport.Log log,
            @RequestParam(required = false) @Nullable Long seenThrough,
            @RequestParam(required = false) @Nullable String seenHash) {
        return verification.verify(
                ChainedLog.of(log),
                seenThrough == null || seenHash == null ? null : new Verification.Seen(seenThrough, seenHash));
    }
}
