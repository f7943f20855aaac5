package cn.zhengqi.matching.check;

import java.util.List;

/** What can be checked, and what is asked for it: the facts that decide most, in steps. Whatever is left open stays unknown. */
public enum SelfCheckKind {
    POLICIES(
            "policies",
            "政策申报规划自查",
            List.of(
                    new Ask("企业基本情况", List.of("entityType", "industryCode", "regionCode", "established", "ownership")),
                    new Ask("规模", List.of("employees", "revenue", "totalAssets", "taxableIncome")),
                    new Ask(
                            "研发与知识产权",
                            List.of(
                                    "rdStaff",
                                    "rdExpense",
                                    "class1Ip",
                                    "class2Ip",
                                    "coreIp",
                                    "hiTechField",
                                    "softwareCopyright")),
                    new Ask(
                            "税务与资质",
                            List.of(
                                    "vatType",
                                    "restrictedIndustry",
                                    "industryTag",
                                    "hiresGraduates",
                                    "disabledCount",
                                    "quals")))),
    LOANS(
            "loans",
            "贷款产品匹配自查",
            List.of(
                    new Ask("企业基本情况", List.of("entityType", "industryCode", "established", "legalRepAge")),
                    new Ask("规模", List.of("employees", "revenue", "totalAssets")),
                    new Ask("纳税与开票", List.of("taxCreditRating", "taxYears", "taxPaid12m", "invoiceAmount12m")),
                    new Ask("融资与抵押", List.of("totalBizLoan", "collateral", "ipCount", "newHireRatio1y")))),
    SRDI(
            "srdi",
            "专精特新申报自查",
            List.of(
                    new Ask(
                            "企业与规模",
                            List.of(
                                    "entityType",
                                    "industryCode",
                                    "employees",
                                    "revenue",
                                    "totalAssets",
                                    "liabilities")),
                    new Ask(
                            "专业化与成长",
                            List.of(
                                    "nicheYears",
                                    "mainRevenueRatio",
                                    "mainGrowth",
                                    "netProfit",
                                    "strategicEmergingIndustry",
                                    "mainProductField",
                                    "marketShareNational",
                                    "ownBrand")),
                    new Ask(
                            "研发",
                            List.of(
                                    "rdExpense",
                                    "rdStaff",
                                    "rdInstitution",
                                    "rdInstitutionLevel",
                                    "equityFinancing2y")),
                    new Ask(
                            "知识产权与资质",
                            List.of(
                                    "class1Ip",
                                    "class1IpSelfDeveloped",
                                    "class1IpHighValue",
                                    "class1IpMainProduct",
                                    "class2Ip",
                                    "provincialAwardTop3_3y",
                                    "quals")),
                    new Ask("精细化与特色化", List.of("digitalLevel", "qualityItems", "zjtxFeatureScore", "zjtxScore"))));

    private final String path;
    private final String title;
    private final List<Ask> asks;

    SelfCheckKind(String path, String title, List<Ask> asks) {
        this.path = path;
        this.title = title;
        this.asks = asks;
    }

    /**
     * One step.
     *
     * @param facts names of the dictionary
     */
    record Ask(String name, List<String> facts) {}

    /** As addresses name it. */
    String path() {
        return path;
    }

    String title() {
        return title;
    }

    List<Ask> asks() {
        return asks;
    }
}
