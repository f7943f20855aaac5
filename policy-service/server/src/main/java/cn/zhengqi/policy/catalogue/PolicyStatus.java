package cn.zhengqi.policy.catalogue;

/** How a published policy stands on a day. Derived by {@code status_on} in the database, never stored. */
public enum PolicyStatus {
    EFFECTIVE("生效中"),
    UPCOMING("即将施行"),
    EXPIRED("已到期"),
    SUPERSEDED("已被替代");

    private final String label;

    PolicyStatus(String label) {
        this.label = label;
    }

    boolean isOver() {
        return ground() != PolicyGround.HOLDS;
    }

    /** To what stands under it. */
    PolicyGround ground() {
        return switch (this) {
            case EFFECTIVE, UPCOMING -> PolicyGround.HOLDS;
            case EXPIRED -> PolicyGround.EXPIRED;
            case SUPERSEDED -> PolicyGround.SUPERSEDED;
        };
    }

    public String label() {
        return label;
    }
}
