package cn.zhengqi.ops.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at every entry of a log again.
 *
 * @param entries how many there are
 * @param fromSeq number of the first; 0 without any
 * @param throughSeq number of the last; 0 without any
 * @param fault the first thing that is wrong; absent: nothing is
 */
public record VerificationReport(
        Log log,
        long entries,
        long fromSeq,
        long throughSeq,
        long checkpoints,
        @Nullable Anchor lastCheckpoint,
        @Nullable Fault fault,
        OffsetDateTime verifiedAt) {

    /** The logs that are kept as chains: 操作日志 and 登录日志. */
    public enum Log {
        OPERATIONS,
        SIGN_INS
    }

    /**
     * A signed checkpoint. Kept somewhere else and given to the next verification, it shows a log that was set back as a whole.
     *
     * @param hash of the entry, hexadecimal
     */
    public record Anchor(long number, long throughSeq, String hash, OffsetDateTime madeAt) {}

    public enum FaultKind {
        CHANGED,
        REMOVED,
        INSERTED,
        CHECKPOINT
    }

    /** @param seq number of the entry; of the checkpoint where that is what is wrong */
    public record Fault(FaultKind kind, long seq, String detail) {}
}
