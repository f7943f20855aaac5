package cn.zhengqi.ops.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what a log was narrowed, as people read it: 操作人：王；日期：2026-01-01 至 2026-01-31. */
final class Conditions {

    private Conditions() {}

    static @Nullable String of(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : name + "：" + value.strip();
    }

    static @Nullable String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return null;
        }
        return "日期：" + (from == null ? "" : from + " ") + "至" + (to == null ? "今" : " " + to);
    }

    static String inWords(@Nullable String... conditions) {
        return Arrays.stream(conditions).filter(Objects::nonNull).collect(Collectors.joining("；"));
    }
}
