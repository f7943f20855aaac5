package cn.zhengqi.matching.api.facts;

/** Who may learn what a fact says of an enterprise, besides the enterprise itself. */
public enum FactVisibility {
    /** The register says it to anybody. */
    PUBLIC("公开（登记信息）"),
    /** Who may read enterprises, as far as their data scope goes. */
    AUTHORITIES("企业本人，及按数据权限有权查看企业信息的部门"),
    /** Tax data, what is computed from it, and what the dictionary says so of: nobody else, but for the bank that the enterprise lets read its report. */
    OWNER("仅企业本人，及企业授权查看企业信息报告的银行");

    private final String label;

    FactVisibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
