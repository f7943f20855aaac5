package cn.zhengqi.user.reference;

import org.jspecify.annotations.Nullable;

/**
 * A row of GB/T 4754-2017.
 *
 * @param code section letter and up to four digits
 * @param level 门类, 大类, 中类 or 小类
 */
public record Industry(
        String code, String name, String level, @Nullable String parentCode) {}
