package cn.zhengqi.finance.news;

/** Under which heading an article stands. */
public enum Section {
    FINANCING("融资资讯"),
    INDUSTRY("金融行业动态"),
    /** Whom of a bank or of the finance office one calls. */
    DIRECT_LINE("金融直通车");

    private final String label;

    Section(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
