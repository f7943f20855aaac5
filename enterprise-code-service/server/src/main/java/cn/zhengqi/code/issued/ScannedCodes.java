package cn.zhengqi.code.issued;

import cn.zhengqi.code.CodeProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The codes that somebody else has before them: whether what they read is a code, and whether that may pass. */
@Component
public class ScannedCodes {

    /** Longer than a dynamic code can live, so that a row is there as long as it could be needed. */
    private static final Duration USES_KEPT = Duration.ofMinutes(10);

    /** Uses that are not needed any more go in portions; not every scan has to look for them. */
    private static final Duration BETWEEN_FORGETTING = Duration.ofSeconds(1);

    private final CodeMapper mapper;
    private final CodeSigner signer;
    private final Clock clock;
    private final AtomicLong forgettingDue = new AtomicLong(System.nanoTime());

    ScannedCodes(CodeMapper mapper, CodeSigner signer, Clock clock) {
        this.mapper = mapper;
        this.signer = signer;
        this.clock = clock;
    }

    /** @throws ProblemException CODE_UNKNOWN, CODE_FOREIGN */
    public CodeContent read(String text) {
        return signer.read(text);
    }

    /**
     * The code that was scanned, asked of the primary: a code that was frozen a moment ago must not pass.
     *
     * @throws ProblemException CODE_UNKNOWN, CODE_FOREIGN, CODE_EXPIRED, STATIC_CODE_REVOKED, CODE_FROZEN, CODE_REVOKED
     */
    @Transactional
    public Code scanned(CodeContent content) {
        if (content instanceof CodeContent.Dynamic dynamic && !dynamic.isFresh(clock.instant())) {
            throw new ProblemException(CodeProblem.CODE_EXPIRED);
        }
        return usable(content);
    }

    /**
     * The code that is shown, of which nothing is used up by asking.
     *
     * @throws ProblemException as {@link #scanned}, and CODE_USED when a scan has used it up
     */
    @Transactional
    public Code shown(CodeContent content) {
        Code code = scanned(content);
        if (content instanceof CodeContent.Dynamic dynamic && mapper.isUsed(dynamic.jti())) {
            throw new ProblemException(CodeProblem.CODE_USED);
        }
        return code;
    }

    /**
     * Asked again where something is about to be shown: it may have been frozen or reissued since it was scanned.
     *
     * @throws ProblemException CODE_EXPIRED, STATIC_CODE_REVOKED, CODE_FROZEN, CODE_REVOKED
     */
    @Transactional
    public void mustStillBeUsable(CodeContent content) {
        usable(content);
    }

    /**
     * Uses up a dynamic code, in the transaction of what it was used for.
     *
     * @throws ProblemException CODE_USED when it was used before
     */
    @Transactional
    public void useUp(CodeContent.Dynamic content) {
        Instant now = clock.instant();
        forgetOld(now);
        mustBe(mapper.use(content.jti(), content.codeId(), now));
    }

    /**
     * Uses up a dynamic code for everybody but this system, which may come again with it as long as it lives: what it was used for is done by another service, and may
     * fail there.
     *
     * @param key of the system
     * @throws ProblemException CODE_USED when it was used before by somebody else
     */
    @Transactional
    public void useUpFor(UUID key, CodeContent.Dynamic content) {
        Instant now = clock.instant();
        forgetOld(now);
        mustBe(mapper.useBySystem(content.jti(), content.codeId(), now, key));
    }

    /** Notes that the system to which it was shown reads by it now; false where it has done so before. */
    @Transactional
    public boolean firstReading(CodeContent.Dynamic content) {
        return mapper.readBy(content.jti(), clock.instant()) == 1;
    }

    private void forgetOld(Instant now) {
        if (isTimeToForget()) {
            mapper.forgetUsesBefore(now.minus(USES_KEPT));
        }
    }

    private static void mustBe(int used) {
        if (used == 0) {
            throw new ProblemException(CodeProblem.CODE_USED);
        }
    }

    /** For one of those who ask at the same time. */
    private boolean isTimeToForget() {
        long now = System.nanoTime();
        long due = forgettingDue.get();
        return now - due >= 0 && forgettingDue.compareAndSet(due, now + BETWEEN_FORGETTING.toNanos());
    }

    private Code usable(CodeContent content) {
        UUID codeId = switch (content) {
            case CodeContent.Dynamic dynamic -> dynamic.codeId();
            case CodeContent.Static(var token) -> {
                StaticCode printed = mapper.findStatic(token);
                if (printed == null) {
                    throw new ProblemException(CodeProblem.CODE_UNKNOWN);
                }
                if (printed.revokedAt() != null) {
                    throw new ProblemException(CodeProblem.STATIC_CODE_REVOKED);
                }
                yield printed.codeId();
            }
        };
        Code code = mapper.find(codeId).orElseThrow(() -> new ProblemException(CodeProblem.CODE_UNKNOWN));
        code.mustBeUsable();
        if (content instanceof CodeContent.Dynamic dynamic && !code.knows(dynamic)) {
            throw new ProblemException(CodeProblem.CODE_EXPIRED);
        }
        return code;
    }
}
