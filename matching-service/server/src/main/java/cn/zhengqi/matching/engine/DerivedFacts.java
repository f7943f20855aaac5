package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The formulas of the derived facts, as the fact dictionary words them. */
final class DerivedFacts {

    private final FactVector vector;
    private final FactDictionary facts;

    DerivedFacts(FactVector vector) {
        this.vector = vector;
        this.facts = vector.dictionary();
    }

    void compute() {
        years();
        ages();
        ratios();
        bounds();
        size();
        smallLowProfit();
    }

    private void years() {
        for (int i = 0; i < 3; i++) {
            set("revenueY" + (i + 1), vector.year("revenue", i));
            set("rdExpenseY" + (i + 1), vector.year("rdExpense", i));
        }
        double newer = vector.year("mainGrowth", 0);
        double older = vector.year("mainGrowth", 1);
        set("mainGrowthY1", newer);
        set("mainGrowthY2", older);
        set("mainGrowth2y", clean((newer + older) / 2));
    }

    private void ages() {
        double established = get("established");
        if (!Double.isNaN(established)) {
            LocalDate from = LocalDate.ofEpochDay((long) established);
            set("regAgeDays", vector.asOf().toEpochDay() - established);
            set("ageYears", FactVector.yearsBetween(from, vector.asOf()));
        }
    }

    private void ratios() {
        set("rdStaffRatio", percent(get("rdStaff"), get("employees")));
        set("disabledRatio", percent(get("disabledCount"), get("employees")));
        set("debtRatio", percent(get("liabilities"), get("totalAssets")));
        set("netProfitMargin", percent(get("netProfit"), get("revenueY1")));
        set("rdCostRatio", percent(get("rdExpenseY1"), get("costExpense")));

        double newer = percent(get("rdExpenseY1"), get("revenueY1"));
        double older = percent(get("rdExpenseY2"), get("revenueY2"));
        set("rdRatioY1", newer);
        set("rdRatioY2", older);
        // The lower of two is at most the one that is known.
        if (!Double.isNaN(newer) && !Double.isNaN(older)) {
            set("rdRatio2yMin", Math.min(newer, older));
        } else if (!Double.isNaN(newer) || !Double.isNaN(older)) {
            vector.between(facts.slot("rdRatio2yMin"), 0, Double.isNaN(newer) ? older : newer);
        }

        double expense = 0;
        double revenue = 0;
        boolean any = false;
        for (int i = 1; i <= 3; i++) {
            double expenseOfYear = get("rdExpenseY" + i);
            double revenueOfYear = get("revenueY" + i);
            if (!Double.isNaN(expenseOfYear) && !Double.isNaN(revenueOfYear)) {
                expense += expenseOfYear;
                revenue += revenueOfYear;
                any = true;
            }
        }
        if (any) {
            set("rdExpenseSum3y", clean(expense));
            set("revenueSum3y", clean(revenue));
            set("rdRatio3y", percent(clean(expense), clean(revenue)));
        }
    }

    private void bounds() {
        // Expenses are never negative, so the mean of two years is at least half of the known one.
        double newer = get("rdExpenseY1");
        double older = get("rdExpenseY2");
        int average = facts.slot("rdExpenseAvg2y");
        if (!Double.isNaN(newer) && !Double.isNaN(older)) {
            vector.point(average, clean((newer + older) / 2));
        } else if (!Double.isNaN(newer) || !Double.isNaN(older)) {
            vector.between(average, (Double.isNaN(newer) ? older : newer) / 2, Double.POSITIVE_INFINITY);
        }

        double class1 = get("class1Ip");
        for (String part : List.of("class1IpSelfDeveloped", "class1IpHighValue")) {
            if (!Double.isNaN(class1) && Double.isNaN(get(part))) {
                vector.between(facts.slot(part), 0, class1);
            }
        }

        // Whoever has core or classified rights has at least that many to pledge.
        int count = facts.slot("ipCount");
        if (Double.isNaN(vector.number(count))) {
            double atLeast = Math.max(orZero("coreIp"), orZero("class1Ip") + orZero("class2Ip"));
            vector.between(count, atLeast, Double.POSITIVE_INFINITY);
        }
    }

    private void size() {
        String code = vector.text("industryCode");
        int mask = SizeClasses.standard()
                .possible(code == null ? "" : code, get("employees"), get("revenueY1"), get("totalAssets"));
        if (mask == SizeClasses.ANY_SIZE) {
            return;
        }
        List<String> possible = new ArrayList<>();
        for (int size = 0; size < SizeClasses.SIZES.size(); size++) {
            if ((mask & (1 << size)) != 0) {
                possible.add(SizeClasses.SIZES.get(size));
            }
        }
        vector.text[facts.slot("enterpriseSize")] =
                possible.size() == 1 ? possible.getFirst() : possible.toArray(String[]::new);
    }

    private void smallLowProfit() {
        String entity = vector.text("entityType");
        Truth enterprise = entity == null ? Truth.UNKNOWN : entity.equals("企业") ? Truth.TRUE : Truth.FALSE;
        Truth truth = enterprise
                .and(atMost("restrictedIndustry", 0))
                .and(atMost("taxableIncome", 300))
                .and(atMost("employees", 300))
                .and(atMost("totalAssets", 5000));
        switch (truth) {
            case TRUE -> set("smallLowProfit", 1);
            case FALSE -> set("smallLowProfit", 0);
            case UNKNOWN -> {}
        }
    }

    private Truth atMost(String fact, double limit) {
        double value = get(fact);
        return Double.isNaN(value) ? Truth.UNKNOWN : value <= limit ? Truth.TRUE : Truth.FALSE;
    }

    private double get(String fact) {
        return vector.number(facts.slot(fact));
    }

    private double orZero(String fact) {
        double value = get(fact);
        return Double.isNaN(value) ? 0 : value;
    }

    private void set(String fact, double value) {
        vector.point(facts.slot(fact), value);
    }

    /** In percent; nothing is said about a part of nothing. */
    private static double percent(double part, double whole) {
        return whole > 0 ? clean(part * 100 / whole) : Double.NaN;
    }

    /** Nine decimals are kept, so that 500 of 10,000 is 5 % exactly and not a hair more. */
    private static double clean(double value) {
        double scaled = value * 1e9;
        return Math.abs(scaled) < 9e15 ? Math.rint(scaled) / 1e9 : value;
    }
}
