package cn.zhengqi.user.reference;

import org.jspecify.annotations.Nullable;

/** A piece of 基础数据 as it stands, or would stand, in its table; this goes on record. */
record ReferenceRow(
        ReferenceKind kind,
        String code,
        String name,
        @Nullable String type,
        @Nullable String parentCode,
        boolean retired) {}
