package cn.zhengqi.matching.match;

import java.util.UUID;

/** A published policy that enterprises are not held against: a plan or a yardstick, which grants nothing itself. */
public record UnmatchedPolicy(UUID policyId, String code, String title) {}
