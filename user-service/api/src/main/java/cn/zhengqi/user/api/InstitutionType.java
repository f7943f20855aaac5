package cn.zhengqi.user.api;

/** What kind of institution it is. */
public enum InstitutionType {
    BANK("金融机构"),
    DEPARTMENT("区级部门"),
    TOWN("镇街"),
    OPERATOR("运营机构"),
    CHAMBER("商会"),
    PROVIDER("服务机构");

    private final String label;

    InstitutionType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
