package cn.zhengqi.policy.catalogue;

import java.util.UUID;

/** A policy as another one points to it. */
public record PolicyRef(UUID id, String code, String title, String docNumber) {}
