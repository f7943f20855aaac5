package cn.zhengqi.code.openapi;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.code.issued.CodeContent;
import cn.zhengqi.code.issued.ScannedCodes;
import cn.zhengqi.code.register.EnterpriseRegister;
import cn.zhengqi.code.scan.ScanResult;
import cn.zhengqi.code.scan.ScanSource;
import cn.zhengqi.code.scan.Scanner;
import cn.zhengqi.code.scan.Scans;
import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.CallingSystem;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Enterprise codes for other systems. */
@RestController
@RequestMapping("/openapi/v1")
class SystemCodesController {

    private final ScannedCodes scanned;
    private final Scans scans;
    private final EnterpriseRegister register;

    SystemCodesController(ScannedCodes scanned, Scans scans, EnterpriseRegister register) {
        this.scanned = scanned;
        this.scans = scans;
        this.register = register;
    }

    /** @param content what the picture carries, {@code ZQ1:…} */
    record ShownCode(
            @NotBlank(message = "缺少企业码内容") @Size(max = 1000) String content) {}

    enum CodeKind {
        DYNAMIC,
        STATIC
    }

    /**
     * Whether a code counts, and whose it is: what its holder shows by showing it, and nothing of the register.
     *
     * @param valid whether it is genuine, fresh and usable; then the enterprise is named
     * @param problem code of the reason why it is not, and {@code detail} the same in words
     */
    record VerifiedCode(
            boolean valid,
            @Nullable String problem,
            @Nullable String detail,
            @Nullable CodeKind kind,
            @Nullable String enterpriseName,
            @Nullable String uscc,
            @Nullable CodeStatus status,
            @Nullable OffsetDateTime expiresAt) {

        static VerifiedCode of(CodeContent content, Code code) {
            CodeContent.Dynamic dynamic = content instanceof CodeContent.Dynamic it ? it : null;
            return new VerifiedCode(
                    true,
                    null,
                    null,
                    dynamic == null ? CodeKind.STATIC : CodeKind.DYNAMIC,
                    code.getEnterpriseName(),
                    code.getUscc(),
                    code.getStatus(),
                    dynamic == null ? null : BusinessTime.at(dynamic.expiresAt()));
        }

        static VerifiedCode not(ProblemException refusal) {
            return new VerifiedCode(false, refusal.code().name(), refusal.detail(), null, null, null, null, null);
        }
    }

    /** @param card as far as the enterprise allows it at this moment */
    record ReadCard(UUID scanId, OffsetDateTime readAt, SystemCard card) {}

    /** Does not use the code up: whoever wants the card afterwards may still read it. That a code is not valid is an answer, not a failure. */
    @PostMapping("/codes/verify")
    @Permission(CodePermissions.VERIFY_BY_SYSTEM)
    VerifiedCode verify(@Valid @RequestBody ShownCode shown, CallingSystem system) {
        try {
            CodeContent content = scanned.read(shown.content());
            Code code = scanned.shown(content);
            mustSee(code, system);
            return VerifiedCode.of(content, code);
        } catch (ProblemException refusal) {
            // That the platform cannot tell is no word about the code.
            if (!(refusal.code() instanceof CodeProblem)) {
                throw refusal;
            }
            return VerifiedCode.not(refusal);
        }
    }

    /**
     * A scan as any other: on record, told to the enterprise, and the code is used up by it. Only by a code that the enterprise shows at that moment: what it allowed, it
     * allowed to those whom it shows its code, and a printed one shows itself to everybody.
     */
    @PostMapping("/cards")
    @Idempotent(asksFirst = true, answeredForSeconds = 60)
    @Permission(CodePermissions.CARD_BY_SYSTEM)
    @ResponseStatus(HttpStatus.CREATED)
    ReadCard card(@Valid @RequestBody ShownCode shown, CallingSystem system) {
        CodeContent content = scanned.read(shown.content());
        if (!(content instanceof CodeContent.Dynamic)) {
            throw new ProblemException(CodeProblem.DYNAMIC_CODE_REQUIRED);
        }
        mustSee(scanned.scanned(content), system);
        ScanResult result = scans.scan(shown.content(), ScanSource.SYSTEM, null, Scanner.of(system));
        return new ReadCard(result.scanId(), result.scannedAt(), SystemCard.of(result.card()));
    }

    /** The sandbox shows nothing of real enterprises, not even whose a code is. */
    private void mustSee(Code code, CallingSystem system) {
        if (system.sandbox() && !register.registered(code.getEnterpriseId()).demo()) {
            throw new ProblemException(CodeProblem.SANDBOX_DEMO_ONLY);
        }
    }
}
