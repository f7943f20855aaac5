package cn.zhengqi.kernel.permission;

/** How far a role reaches into the records of a resource. */
public enum ScopeKind {
    ALL("全部"),
    /** What belongs to the person's institution and those below it; of what belongs to a town, the towns that they are. */
    INSTITUTION("本机构及下级"),
    /** What the person handled themselves. */
    OWN("本人经办"),
    TOWNS("指定镇街"),
    INSTITUTIONS("指定机构");

    private final String label;

    ScopeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
