package cn.zhengqi.user.api;

import java.util.UUID;

/**
 * For whom somebody acts.
 *
 * @param name of the institution or enterprise joined last
 */
public record Affiliation(UUID accountId, String name) {}
