package cn.zhengqi.kernel;

/** Who a person acts as on the platform. Decides which site they enter by and what they may do there. */
public enum UserType {
    ENTERPRISE("企业"),
    CHAMBER("商会"),
    PROVIDER("服务机构"),
    BANK("金融机构"),
    GOVERNMENT("区级部门"),
    OPERATOR("运营管理人员"),
    TALENT("人才");

    private final String label;

    UserType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** People of these types open their own account; the others get one from an operator. */
    public boolean mayRegister() {
        return this == ENTERPRISE || this == CHAMBER || this == PROVIDER || this == TALENT;
    }

    /** People of these types work in the console. */
    public boolean isStaff() {
        return this == BANK || this == GOVERNMENT || this == OPERATOR;
    }
}
