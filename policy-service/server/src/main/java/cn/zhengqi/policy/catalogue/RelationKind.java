package cn.zhengqi.policy.catalogue;

/** What a document has to do with another one, as it is said of the one and of the other. */
public enum RelationKind {
    IMPLEMENTS("配套落实", "由其配套落实"),
    INTERPRETS("解读", "由其解读"),
    AMENDS("修改", "由其修改"),
    BASED_ON("依据", "作为其依据");

    private final String active;
    private final String passive;

    RelationKind(String active, String passive) {
        this.active = active;
        this.passive = passive;
    }

    /** @param stated whether it is the document that states it whose page says so */
    String words(boolean stated) {
        return stated ? active : passive;
    }
}
