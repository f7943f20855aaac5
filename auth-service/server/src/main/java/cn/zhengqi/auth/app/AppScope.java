package cn.zhengqi.auth.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an application may know of a person beyond that it is the same one ({@code openid}). */
public enum AppScope {
    PROFILE("姓名和用户类型"),
    PHONE("手机号"),
    ENTERPRISE("当前代表的企业");

    private final String label;

    AppScope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it is asked for. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AppScope> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Those of the codes that are one, in their order here. */
    static List<AppScope> among(Collection<String> codes) {
        return Arrays.stream(values()).filter(one -> codes.contains(one.code())).toList();
    }
}
