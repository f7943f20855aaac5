package cn.zhengqi.finance.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What only the enterprise itself would go on with: it ends when a code of the enterprise does, whichever way. */
public interface EndsWithTheCode {

    /** When the last code of an enterprise ended. */
    record Ended(UUID enterpriseId, Instant endedAt) {}

    /** Takes back what stands under no later code. */
    void endWithTheCode(UUID enterpriseId, Instant endedAt);

    /** Of which enterprises something stands though they hold no code any more. */
    List<Ended> leftBehind();
}
