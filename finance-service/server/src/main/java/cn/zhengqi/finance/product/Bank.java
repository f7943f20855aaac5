package cn.zhengqi.finance.product;

import java.util.UUID;

/** A financial institution by its identity in the user-service. */
public record Bank(UUID id, String name) {}
