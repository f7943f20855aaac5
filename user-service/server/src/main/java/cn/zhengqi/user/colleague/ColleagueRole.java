package cn.zhengqi.user.colleague;

/** What somebody is in an enterprise; named as the preset roles are. */
public enum ColleagueRole {
    ENTERPRISE_ADMIN("企业管理员"),
    ENTERPRISE_MEMBER("企业成员");

    private final String label;

    ColleagueRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
