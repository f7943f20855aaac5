package cn.zhengqi.code.issued;

import cn.zhengqi.code.Actor;
import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise shows of its code: the one on the screen, which moves, and the one on paper, which stays until it is replaced. */
@Component
class ShownCodes {

    private final CodeMapper mapper;
    private final CodeSigner signer;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration dynamicLifetime;
    private final SecureRandom random = new SecureRandom();

    ShownCodes(
            CodeMapper mapper,
            CodeSigner signer,
            AuditTrail audit,
            Clock clock,
            @Value("${zhengqi.code.dynamic-ttl}") Duration dynamicLifetime) {
        this.mapper = mapper;
        this.signer = signer;
        this.audit = audit;
        this.clock = clock;
        this.dynamicLifetime = dynamicLifetime;
        Duration longest = CodeContent.Dynamic.LONGEST_LIFE.minus(CodeContent.Dynamic.CLOCK_TOLERANCE);
        if (dynamicLifetime.compareTo(Duration.ofSeconds(1)) < 0 || dynamicLifetime.compareTo(longest) > 0) {
            throw new IllegalArgumentException("zhengqi.code.dynamic-ttl must be 1 to " + longest.toSeconds() + " s");
        }
    }

    /** The code as its enterprise sees it. */
    @Transactional
    EnterpriseCode own(UUID enterpriseId) {
        return own(held(enterpriseId));
    }

    /** @throws ProblemException CODE_FROZEN, CODE_REVOKED */
    @Transactional
    DynamicCode show(UUID enterpriseId) {
        Code code = held(enterpriseId);
        code.mustBeUsable();
        // Whole milliseconds, as the code carries it.
        Instant now = Instant.ofEpochMilli(clock.millis());
        CodeContent.Dynamic content = new CodeContent.Dynamic(code.getId(), randomToken(), now, dynamicLifetime);
        return new DynamicCode(
                signer.write(content),
                BusinessTime.at(now),
                BusinessTime.at(content.expiresAt()),
                dynamicLifetime.toSeconds());
    }

    /** @throws ProblemException CODE_FROZEN, CODE_REVOKED */
    @Transactional
    QrPicture print(UUID enterpriseId) {
        Code code = held(enterpriseId);
        code.mustBeUsable();
        return QrPicture.of(printed(mapper.latestStatics(code.getId()))
                .orElseThrow(() -> new ProblemException(CodeProblem.CODE_NOT_FOUND)));
    }

    /** The printed form of a code that was issued just now. In the transaction of that. */
    void first(Code code, Instant at) {
        mapper.insertStatic(new StaticCode(randomToken(), code.getId(), at, null));
    }

    /**
     * Makes every printed copy useless and gives a new one.
     *
     * @param seen when the printed code was made that the person wants replaced
     * @throws ProblemException VERSION_CONFLICT when it was replaced meanwhile; CODE_FROZEN, CODE_REVOKED
     */
    @Transactional
    EnterpriseCode renewStatic(UUID enterpriseId, Instant seen, Actor actor) {
        Code code = held(enterpriseId);
        code.mustBeUsable();
        StaticCode replaced = valid(mapper.latestStatics(code.getId()))
                .filter(printed -> printed.issuedAt().equals(seen))
                .orElseThrow(ProblemException::versionConflict);
        Instant now = clock.instant();
        // Who was quicker has replaced it since it was read here, and theirs is not the one that this person saw.
        if (mapper.revokeSeen(replaced.token(), actor.id(), now) == 0) {
            throw ProblemException.versionConflict();
        }
        StaticCode printed = insert(code, now);
        audit.changed(
                CodeAction.STATIC_CODE_RENEWED,
                code.getId(),
                code.getNumber() + " " + code.getEnterpriseName(),
                Printed.of(replaced),
                Printed.of(printed));
        return own(code);
    }

    /** Of a printed code, what goes on record: what it carries would pass for it. */
    private record Printed(OffsetDateTime staticIssuedAt) {

        static Printed of(StaticCode code) {
            return new Printed(BusinessTime.at(code.issuedAt()));
        }
    }

    /** Whatever was printed before passes no more. In the transaction of the reissue. */
    void replace(Code code, Actor actor, Instant at) {
        mapper.revokeStatic(code.getId(), actor.id(), at);
        insert(code, at);
    }

    private StaticCode insert(Code code, Instant at) {
        // As exact as the database keeps it: who saw it says by this which one they saw.
        StaticCode printed = new StaticCode(randomToken(), code.getId(), at.truncatedTo(ChronoUnit.MICROS), null);
        try {
            mapper.insertStatic(printed);
        } catch (DuplicateKeyException twoAtOnce) {
            throw ProblemException.versionConflict();
        }
        return printed;
    }

    private Code held(UUID enterpriseId) {
        Code code = mapper.ofEnterprise(enterpriseId);
        if (code == null) {
            throw new ProblemException(CodeProblem.CODE_NOT_FOUND);
        }
        return code;
    }

    private EnterpriseCode own(Code code) {
        List<StaticCode> statics = mapper.latestStatics(code.getId());
        Instant revokedAt = statics.stream()
                .<@Nullable Instant>map(StaticCode::revokedAt)
                .filter(at -> at != null)
                .findFirst()
                .orElse(null);
        Optional<StaticCode> valid = valid(statics);
        return EnterpriseCode.of(
                code,
                printed(statics).orElse(null),
                valid.map(printed -> BusinessTime.at(printed.issuedAt())).orElse(null),
                revokedAt == null ? null : BusinessTime.at(revokedAt));
    }

    private Optional<String> printed(List<StaticCode> statics) {
        return valid(statics).map(printed -> signer.write(new CodeContent.Static(printed.token())));
    }

    private static Optional<StaticCode> valid(List<StaticCode> statics) {
        return statics.stream().filter(printed -> printed.revokedAt() == null).findFirst();
    }

    private UUID randomToken() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
