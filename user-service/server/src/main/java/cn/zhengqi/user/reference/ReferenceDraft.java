package cn.zhengqi.user.reference;

import org.jspecify.annotations.Nullable;

/**
 * A piece of 基础数据 as somebody wants it.
 *
 * @param type of a town 街道, 镇 or 乡; of a park the code or the name of an item of the dictionary; elsewhere ignored
 * @param parentCode of a park its town; elsewhere the code says it
 */
record ReferenceDraft(
        String code,
        String name,
        @Nullable String type,
        @Nullable String parentCode) {

    ReferenceDraft {
        code = ReferenceKind.normal(code);
        name = name.strip();
        type = type == null || type.isBlank() ? null : type.strip();
        parentCode = parentCode == null || parentCode.isBlank() ? null : ReferenceKind.normal(parentCode);
    }
}
