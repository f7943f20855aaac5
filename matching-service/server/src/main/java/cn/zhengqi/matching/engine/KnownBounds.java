package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDictionary;

/** What follows for facts that were not filled in from others that were; looked up once per dictionary. */
final class KnownBounds {

    private final int entityType;
    private final int residentEnterprise;
    private final int class1Ip;
    private final int class2Ip;
    private final int coreIp;
    private final int ipCount;
    private final int[] partsOfClass1;

    KnownBounds(FactDictionary facts) {
        entityType = facts.slot("entityType");
        residentEnterprise = facts.slot("residentEnterprise");
        class1Ip = facts.slot("class1Ip");
        class2Ip = facts.slot("class2Ip");
        coreIp = facts.slot("coreIp");
        ipCount = facts.slot("ipCount");
        partsOfClass1 = new int[] {facts.slot("class1IpSelfDeveloped"), facts.slot("class1IpHighValue")};
    }

    void find(FactVector vector) {
        // An individual business is no enterprise, hence no resident one.
        if ("个体工商户".equals(vector.single(entityType)) && Double.isNaN(vector.number(residentEnterprise))) {
            vector.point(residentEnterprise, 0);
        }

        double class1 = vector.number(class1Ip);
        for (int part : partsOfClass1) {
            if (!Double.isNaN(class1) && Double.isNaN(vector.number(part))) {
                vector.between(part, 0, class1);
            }
        }

        // Whoever has core or classified rights has at least that many to pledge.
        if (Double.isNaN(vector.number(ipCount))) {
            double atLeast = Math.max(orZero(vector, coreIp), orZero(vector, class1Ip) + orZero(vector, class2Ip));
            vector.between(ipCount, atLeast, Double.POSITIVE_INFINITY);
        }
    }

    private static double orZero(FactVector vector, int slot) {
        double value = vector.number(slot);
        return Double.isNaN(value) ? 0 : value;
    }
}
