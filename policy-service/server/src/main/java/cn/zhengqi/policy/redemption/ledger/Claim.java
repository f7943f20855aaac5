package cn.zhengqi.policy.redemption.ledger;

import java.math.BigDecimal;
import java.util.UUID;

/** What an application takes from its project's budget. */
public record Claim(UUID projectId, UUID applicationId, BigDecimal amount) {}
