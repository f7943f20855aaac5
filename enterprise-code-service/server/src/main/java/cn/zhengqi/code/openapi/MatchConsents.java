package cn.zhengqi.code.openapi;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.code.api.ConsentStanding;
import cn.zhengqi.code.api.InternalConsents.NamedEnterprise;
import cn.zhengqi.code.api.InternalConsents.SystemAsks;
import cn.zhengqi.code.consent.Consents;
import cn.zhengqi.code.issued.Code;
import cn.zhengqi.code.issued.CodeContent;
import cn.zhengqi.code.issued.Codes;
import cn.zhengqi.code.issued.ScannedCodes;
import cn.zhengqi.code.reading.Readings;
import cn.zhengqi.code.reading.SystemReading;
import cn.zhengqi.code.register.EnterpriseRegister;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether another system may read what fits an enterprise. By the consent that the enterprise gave to whoever answers for the system, asked for at each reading, and
 * nothing is read that is not on record. A system may ask for it only where the enterprise shows its code: nobody is asked out of the blue. What fits is found by
 * another service after this; where that fails, the system comes again with the same code while it lives (ADR 0068).
 */
@Component
class MatchConsents {

    private final Codes codes;
    private final ScannedCodes scanned;
    private final Consents consents;
    private final Readings readings;
    private final EnterpriseRegister register;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MatchConsents(
            Codes codes,
            ScannedCodes scanned,
            Consents consents,
            Readings readings,
            EnterpriseRegister register,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.codes = codes;
        this.scanned = scanned;
        this.consents = consents;
        this.readings = readings;
        this.register = register;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Read(String system, String owner) {}

    /** @throws ProblemException what a scan says of a code; CONSENT_REQUIRED, CONSENT_WITHDRAWN, CONSENT_EXPIRED, SANDBOX_DEMO_ONLY */
    NamedEnterprise read(SystemAsks asks) {
        CodeContent content = asks.content() == null ? null : scanned.read(asks.content());
        if (content instanceof CodeContent.Static) {
            throw new ProblemException(CodeProblem.DYNAMIC_CODE_REQUIRED);
        }
        Code code = content == null ? byUscc(asks) : scanned.scanned(content);
        code.mustBeUsable();
        // The register may be asked, so before the transaction: no connection is held while another service thinks.
        if (asks.sandbox() && !register.registered(code.getEnterpriseId()).demo()) {
            throw new ProblemException(CodeProblem.SANDBOX_DEMO_ONLY);
        }
        ProblemException refusal = transaction
                .execute(status -> Optional.ofNullable(readOrAsk(code, content, asks)))
                .orElse(null);
        if (refusal != null) {
            throw refusal;
        }
        return new NamedEnterprise(code.getEnterpriseId(), code.getEnterpriseName(), code.getUscc());
    }

    private Code byUscc(SystemAsks asks) {
        UUID enterprise = consents.knownToSystem(Objects.requireNonNull(asks.uscc()), asks.ownerId())
                .orElseThrow(() -> new ProblemException(CodeProblem.CONSENT_REQUIRED, "企业未授权贵单位的系统读取"));
        return codes.ofEnterprise(enterprise);
    }

    /** What is answered here instead of thrown is to be kept: that the code was used up, and that consent was asked for. */
    private @Nullable ProblemException readOrAsk(Code code, @Nullable CodeContent content, SystemAsks asks) {
        UUID enterprise = code.getEnterpriseId();
        if (content instanceof CodeContent.Dynamic dynamic) {
            scanned.useUpFor(asks.keyId(), dynamic);
            scanned.mustStillBeUsable(dynamic);
        }
        // What an enterprise reads of itself with its own key needs nobody's consent.
        ConsentStanding standing = enterprise.equals(asks.ownerId())
                ? ConsentStanding.GIVEN
                : consents.toSystem(enterprise, asks.ownerId());
        if (standing == ConsentStanding.NEVER && content != null) {
            consents.askedBySystem(enterprise, asks.ownerId(), asks.ownerName());
        }
        return switch (standing) {
            case GIVEN -> {
                // Who asks again by the same code has got nothing yet: it is one reading.
                if (!(content instanceof CodeContent.Dynamic dynamic) || scanned.firstReading(dynamic)) {
                    record(code, asks);
                }
                yield null;
            }
            case NEVER -> new ProblemException(CodeProblem.CONSENT_REQUIRED, "企业未授权贵单位的系统读取，请企业在数据授权中同意");
            case WITHDRAWN -> new ProblemException(CodeProblem.CONSENT_WITHDRAWN);
            case EXPIRED -> new ProblemException(CodeProblem.CONSENT_EXPIRED);
        };
    }

    private void record(Code code, SystemAsks asks) {
        readings.add(new SystemReading(
                Ids.next(),
                code.getEnterpriseId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                asks.keyId(),
                asks.systemName(),
                asks.ownerId(),
                asks.ownerName()));
        audit.bySystem(asks.keyId(), asks.ownerName(), asks.systemName())
                .changed(
                        CodeAction.MATCH_READ,
                        code.getEnterpriseId(),
                        code.getEnterpriseName(),
                        null,
                        new Read(asks.systemName(), asks.ownerName()));
    }
}
