package cn.zhengqi.user.membership;

import org.jspecify.annotations.Nullable;

/** Why somebody belongs to an enterprise or an institution no more in a role. */
public enum MembershipEnding {
    CODE_REVOKED("企业码注销"),
    LEFT("本人退出"),
    REMOVED("被企业管理员移出"),
    ROLE_CHANGED("变更角色"),
    ROLE_TAKEN("收回角色"),
    /** It ended before that was kept. */
    UNKNOWN("未记录");

    private final String label;

    MembershipEnding(String label) {
        this.label = label;
    }

    /** @param reason in words, where one was given */
    public String inWords(@Nullable String reason) {
        return reason == null ? label : label + "：" + reason;
    }
}
