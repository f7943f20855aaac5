package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDictionary;

/** 小型微利企业: 财政部 税务总局公告2023年第12号; 万元 and people. */
final class SmallLowProfit {

    private final int slot;
    private final int entityType;
    private final int restrictedIndustry;
    private final int taxableIncome;
    private final int employees;
    private final int totalAssets;

    SmallLowProfit(FactDictionary facts, int slot) {
        this.slot = slot;
        entityType = facts.slot("entityType");
        restrictedIndustry = facts.slot("restrictedIndustry");
        taxableIncome = facts.slot("taxableIncome");
        employees = facts.slot("employees");
        totalAssets = facts.slot("totalAssets");
    }

    void take(FactVector vector) {
        String entity = vector.single(entityType);
        Truth enterprise = entity == null ? Truth.UNKNOWN : entity.equals("企业") ? Truth.TRUE : Truth.FALSE;
        Truth truth = enterprise
                .and(atMost(vector, restrictedIndustry, 0))
                .and(atMost(vector, taxableIncome, 300))
                .and(atMost(vector, employees, 300))
                .and(atMost(vector, totalAssets, 5000));
        switch (truth) {
            case TRUE -> vector.point(slot, 1);
            case FALSE -> vector.point(slot, 0);
            case UNKNOWN -> {}
        }
    }

    private static Truth atMost(FactVector vector, int slot, double limit) {
        double value = vector.number(slot);
        return Double.isNaN(value) ? Truth.UNKNOWN : value <= limit ? Truth.TRUE : Truth.FALSE;
    }
}
