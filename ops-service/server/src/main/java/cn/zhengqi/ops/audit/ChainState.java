package cn.zhengqi.ops.audit;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The chain of 操作日志 at one look.
 *
 * @param lastSeq number of the newest entry; 0 without any
 * @param checkpoints how many signatures were made
 * @param signedThrough newest entry that a signature covers; 0 without any
 * @param signedAt when that was
 */
record ChainState(
        long entries,
        long lastSeq,
        long checkpoints,
        long signedThrough,
        @Nullable OffsetDateTime signedAt) {}
