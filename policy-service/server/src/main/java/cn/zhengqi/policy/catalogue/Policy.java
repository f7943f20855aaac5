package cn.zhengqi.policy.catalogue;

import java.util.UUID;

/**
 * What stays of a policy through its editions.
 *
 * @param code short and stable, as N01
 */
public record Policy(UUID id, String code) {}
