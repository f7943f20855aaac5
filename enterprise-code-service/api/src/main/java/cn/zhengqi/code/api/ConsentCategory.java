package cn.zhengqi.code.api;

import java.util.List;

/** The kinds of data about an enterprise that it may allow others to see. */
public enum ConsentCategory {
    BASIC("基本信息"),
    INVESTMENT("投资信息"),
    ASSET("资产信息"),
    LEGAL("法务信息"),
    TAX("税务信息"),
    /** What a bank reads before it decides on a loan: given to one bank at a time, never to all who scan. */
    REPORT("企业信息报告"),
    /** What the platform found for the enterprise: given to the systems of one owner at a time. */
    MATCHES("匹配结果");

    /** Those of which an enterprise says once for all who scan, or for the platform, what holds. */
    public static final List<ConsentCategory> GENERAL = List.of(BASIC, INVESTMENT, ASSET, LEGAL, TAX);

    private final String label;

    ConsentCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
