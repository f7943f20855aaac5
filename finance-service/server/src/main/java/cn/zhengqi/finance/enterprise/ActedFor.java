package cn.zhengqi.finance.enterprise;

import java.util.UUID;

/** The enterprise for which somebody acts. */
public record ActedFor(UUID id, String name, String townCode, boolean demo) {}
