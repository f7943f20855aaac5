package cn.zhengqi.finance.demand;

import cn.zhengqi.user.api.EnterpriseRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Whose demand it is, and what a bank is told of that before it may know: the town, the section of its industry, and between which figures its registered capital
 * lies. The four digits of an industry or the very capital would be a name in a town.
 */
record Poster(
        UUID personId,
        UUID enterpriseId,
        String enterpriseName,
        String uscc,
        String townCode,
        String townName,
        String industry,
        String size,
        boolean demo) {

    /** Limits of the registered capital in 万元, the lowest first. */
    private static final List<Integer> LIMITS = List.of(100, 500, 1000, 5000);

    static Poster of(UUID personId, EnterpriseRecord it, IndustrySections sections) {
        return new Poster(
                personId,
                it.id(),
                it.name(),
                it.uscc(),
                it.townCode(),
                it.townName(),
                sections.nameOf(it.industryCode()),
                size(it.entityType(), it.registeredCapital()),
                it.demo());
    }

    static String size(String entityType, BigDecimal capital) {
        return entityType + "，注册资本" + between(capital);
    }

    private static String between(BigDecimal capital) {
        int above = 0;
        for (int limit : LIMITS) {
            if (capital.compareTo(BigDecimal.valueOf(limit)) < 0) {
                return above == 0 ? "不足 " + limit + " 万元" : " " + above + " 万至 " + limit + " 万元";
            }
            above = limit;
        }
        return " " + above + " 万元以上";
    }
}
