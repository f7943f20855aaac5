package cn.zhengqi.code.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an enterprise allows a kind of its data to be used now.
 *
 * @param grantedAt when it last began to allow it; absent when it never did
 */
public record ConsentState(boolean granted, @Nullable Instant grantedAt) {}
