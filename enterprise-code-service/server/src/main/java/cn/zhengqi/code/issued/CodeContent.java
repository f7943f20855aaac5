package cn.zhengqi.code.issued;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the picture of a code carries. */
public sealed interface CodeContent {

    /**
     * Shown on a screen for less than a minute, good for one scan.
     *
     * @param jti what is used up by the scan
     */
    record Dynamic(UUID codeId, UUID jti, Instant issuedAt, Duration lifetime) implements CodeContent {

        /**
         * The clocks of two copies of the service may differ by this much. It is taken off the lifetime beforehand, so that
         * no code lives longer than {@link #LONGEST_LIFE}.
         */
        static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

        static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

        public Instant expiresAt() {
            return issuedAt.plus(lifetime);
        }

        /** Not yet expired, and not from a future that no clock of ours can be in. */
        public boolean isFresh(Instant now) {
            return now.isBefore(expiresAt()) && !issuedAt.isAfter(now.plus(CLOCK_TOLERANCE));
        }
    }

    /** Printed; good until it is revoked. */
    record Static(UUID token) implements CodeContent {}
}
