package cn.zhengqi.finance.demand;

/** What an enterprise can give as security. Unsecured credit needs none of them, so there is none for it. */
public enum Guarantee {
    MORTGAGE("抵押"),
    PLEDGE("质押"),
    GUARANTOR("保证、担保");

    private final String label;

    Guarantee(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
