package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDictionary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The derived facts as they were written by hand before they became data: what the formulas are held against. */
final class HandWrittenFacts {

    private final FactVector vector;
    private final Slots slots;

    HandWrittenFacts(FactVector vector, Slots slots) {
        this.vector = vector;
        this.slots = slots;
    }

    void compute() {
        years();
        ages();
        ratios();
        sums();
        bounds();
        size();
        smallLowProfit();
    }

    private void years() {
        for (int i = 0; i < 3; i++) {
            set(slots.revenue[i], vector.year("revenue", i));
            set(slots.rdExpense[i], vector.year("rdExpense", i));
        }
        double newer = vector.year("mainGrowth", 0);
        double older = vector.year("mainGrowth", 1);
        set(slots.mainGrowthY1, newer);
        set(slots.mainGrowthY2, older);
        set(slots.mainGrowth2y, clean((newer + older) / 2));
    }

    private void ages() {
        double established = get(slots.established);
        if (!Double.isNaN(established)) {
            LocalDate from = LocalDate.ofEpochDay((long) established);
            set(slots.regAgeDays, vector.asOf().toEpochDay() - established);
            set(slots.ageYears, FactVector.yearsBetween(from, vector.asOf()));
        }
    }

    private void ratios() {
        set(slots.rdStaffRatio, percent(get(slots.rdStaff), get(slots.employees)));
        set(slots.disabledRatio, percent(get(slots.disabledCount), get(slots.employees)));
        set(slots.debtRatio, percent(get(slots.liabilities), get(slots.totalAssets)));
        set(slots.netProfitMargin, percent(get(slots.netProfit), get(slots.revenue[0])));
        set(slots.rdCostRatio, percent(get(slots.rdExpense[0]), get(slots.costExpense)));

        double newer = percent(get(slots.rdExpense[0]), get(slots.revenue[0]));
        double older = percent(get(slots.rdExpense[1]), get(slots.revenue[1]));
        set(slots.rdRatioY1, newer);
        set(slots.rdRatioY2, older);
        // The lower of two is at most the one that is known.
        if (!Double.isNaN(newer) && !Double.isNaN(older)) {
            set(slots.rdRatio2yMin, Math.min(newer, older));
        } else if (!Double.isNaN(newer) || !Double.isNaN(older)) {
            vector.between(slots.rdRatio2yMin, 0, Double.isNaN(newer) ? older : newer);
        }

        threeYearRatio();
    }

    /** By definition over the years of which both are known, so that another year changes it: no other fact is of this kind. */
    private void threeYearRatio() {
        double expense = 0;
        double revenue = 0;
        boolean any = false;
        for (int i = 0; i < 3; i++) {
            double expenseOfYear = get(slots.rdExpense[i]);
            double revenueOfYear = get(slots.revenue[i]);
            if (!Double.isNaN(expenseOfYear) && !Double.isNaN(revenueOfYear)) {
                expense += expenseOfYear;
                revenue += revenueOfYear;
                any = true;
            }
        }
        if (any) {
            set(slots.rdRatio3y, percent(clean(expense), clean(revenue)));
        }
    }

    /** Of three years: a year that is not known adds nothing or more, and one before the foundation adds nothing. */
    private void sums() {
        sum(slots.rdExpenseSum3y, slots.rdExpense);
        sum(slots.revenueSum3y, slots.revenue);
    }

    private void sum(int slot, int[] years) {
        double sum = 0;
        int open = 0;
        for (int i = 0; i < years.length; i++) {
            double ofYear = get(years[i]);
            if (!Double.isNaN(ofYear)) {
                sum += ofYear;
            } else if (!isBeforeFoundation(i)) {
                open++;
            }
        }
        if (open == 0) {
            set(slot, clean(sum));
        } else if (open < years.length) {
            vector.between(slot, clean(sum), Double.POSITIVE_INFINITY);
        }
    }

    /** @param index 0 for the last full calendar year */
    private boolean isBeforeFoundation(int index) {
        double established = get(slots.established);
        return !Double.isNaN(established)
                && vector.asOf().getYear() - 1 - index
                        < LocalDate.ofEpochDay((long) established).getYear();
    }

    private void bounds() {
        // Expenses are never negative, so the mean of two years is at least half of the known one.
        double newer = get(slots.rdExpense[0]);
        double older = get(slots.rdExpense[1]);
        int average = slots.rdExpenseAvg2y;
        if (!Double.isNaN(newer) && !Double.isNaN(older)) {
            vector.point(average, clean((newer + older) / 2));
        } else if (!Double.isNaN(newer) || !Double.isNaN(older)) {
            vector.between(average, (Double.isNaN(newer) ? older : newer) / 2, Double.POSITIVE_INFINITY);
        }

        // An individual business is no enterprise, hence no resident one.
        String entity = vector.single(slots.entityType);
        if ("个体工商户".equals(entity) && Double.isNaN(get(slots.residentEnterprise))) {
            set(slots.residentEnterprise, 0);
        }

        double class1 = get(slots.class1Ip);
        for (int part : new int[] {slots.class1IpSelfDeveloped, slots.class1IpHighValue}) {
            if (!Double.isNaN(class1) && Double.isNaN(get(part))) {
                vector.between(part, 0, class1);
            }
        }

        // Whoever has core or classified rights has at least that many to pledge.
        int count = slots.ipCount;
        if (Double.isNaN(vector.number(count))) {
            double atLeast = Math.max(orZero(slots.coreIp), orZero(slots.class1Ip) + orZero(slots.class2Ip));
            vector.between(count, atLeast, Double.POSITIVE_INFINITY);
        }
    }

    private void size() {
        String code = vector.single(slots.industryCode);
        int mask = SizeClasses.standard()
                .possible(
                        code == null ? "" : code, get(slots.employees), get(slots.revenue[0]), get(slots.totalAssets));
        if (mask == SizeClasses.ANY_SIZE) {
            return;
        }
        List<String> possible = new ArrayList<>();
        for (int size = 0; size < SizeClasses.SIZES.size(); size++) {
            if ((mask & (1 << size)) != 0) {
                possible.add(SizeClasses.SIZES.get(size));
            }
        }
        vector.text[slots.enterpriseSize] =
                possible.size() == 1 ? possible.getFirst() : possible.toArray(String[]::new);
    }

    private void smallLowProfit() {
        String entity = vector.single(slots.entityType);
        Truth enterprise = entity == null ? Truth.UNKNOWN : entity.equals("企业") ? Truth.TRUE : Truth.FALSE;
        Truth truth = enterprise
                .and(atMost(slots.restrictedIndustry, 0))
                .and(atMost(slots.taxableIncome, 300))
                .and(atMost(slots.employees, 300))
                .and(atMost(slots.totalAssets, 5000));
        switch (truth) {
            case TRUE -> set(slots.smallLowProfit, 1);
            case FALSE -> set(slots.smallLowProfit, 0);
            case UNKNOWN -> {}
        }
    }

    private Truth atMost(int slot, double limit) {
        double value = get(slot);
        return Double.isNaN(value) ? Truth.UNKNOWN : value <= limit ? Truth.TRUE : Truth.FALSE;
    }

    private double get(int slot) {
        return vector.number(slot);
    }

    private double orZero(int slot) {
        double value = get(slot);
        return Double.isNaN(value) ? 0 : value;
    }

    private void set(int slot, double value) {
        vector.point(slot, value);
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

    /** Where the facts of the formulas are, looked up once per dictionary. */
    static final class Slots {

        private final int[] revenue = new int[3];
        private final int[] rdExpense = new int[3];
        private final int rdRatio2yMin;
        private final int rdExpenseAvg2y;
        private final int ipCount;
        private final int enterpriseSize;
        private final int mainGrowthY1;
        private final int mainGrowthY2;
        private final int mainGrowth2y;
        private final int class1IpSelfDeveloped;
        private final int class1IpHighValue;
        private final int residentEnterprise;
        private final int established;
        private final int regAgeDays;
        private final int ageYears;
        private final int rdStaffRatio;
        private final int rdStaff;
        private final int employees;
        private final int disabledRatio;
        private final int disabledCount;
        private final int debtRatio;
        private final int liabilities;
        private final int totalAssets;
        private final int netProfitMargin;
        private final int netProfit;
        private final int rdCostRatio;
        private final int costExpense;
        private final int rdRatioY1;
        private final int rdRatioY2;
        private final int rdExpenseSum3y;
        private final int revenueSum3y;
        private final int rdRatio3y;
        private final int class1Ip;
        private final int coreIp;
        private final int class2Ip;
        private final int restrictedIndustry;
        private final int taxableIncome;
        private final int smallLowProfit;
        private final int industryCode;
        private final int entityType;

        Slots(FactDictionary facts) {
            for (int i = 0; i < 3; i++) {
                revenue[i] = facts.slot("revenueY" + (i + 1));
                rdExpense[i] = facts.slot("rdExpenseY" + (i + 1));
            }
            rdRatio2yMin = facts.slot("rdRatio2yMin");
            rdExpenseAvg2y = facts.slot("rdExpenseAvg2y");
            ipCount = facts.slot("ipCount");
            enterpriseSize = facts.slot("enterpriseSize");
            mainGrowthY1 = facts.slot("mainGrowthY1");
            mainGrowthY2 = facts.slot("mainGrowthY2");
            mainGrowth2y = facts.slot("mainGrowth2y");
            class1IpSelfDeveloped = facts.slot("class1IpSelfDeveloped");
            class1IpHighValue = facts.slot("class1IpHighValue");
            residentEnterprise = facts.slot("residentEnterprise");
            established = facts.slot("established");
            regAgeDays = facts.slot("regAgeDays");
            ageYears = facts.slot("ageYears");
            rdStaffRatio = facts.slot("rdStaffRatio");
            rdStaff = facts.slot("rdStaff");
            employees = facts.slot("employees");
            disabledRatio = facts.slot("disabledRatio");
            disabledCount = facts.slot("disabledCount");
            debtRatio = facts.slot("debtRatio");
            liabilities = facts.slot("liabilities");
            totalAssets = facts.slot("totalAssets");
            netProfitMargin = facts.slot("netProfitMargin");
            netProfit = facts.slot("netProfit");
            rdCostRatio = facts.slot("rdCostRatio");
            costExpense = facts.slot("costExpense");
            rdRatioY1 = facts.slot("rdRatioY1");
            rdRatioY2 = facts.slot("rdRatioY2");
            rdExpenseSum3y = facts.slot("rdExpenseSum3y");
            revenueSum3y = facts.slot("revenueSum3y");
            rdRatio3y = facts.slot("rdRatio3y");
            class1Ip = facts.slot("class1Ip");
            coreIp = facts.slot("coreIp");
            class2Ip = facts.slot("class2Ip");
            restrictedIndustry = facts.slot("restrictedIndustry");
            taxableIncome = facts.slot("taxableIncome");
            smallLowProfit = facts.slot("smallLowProfit");
            industryCode = facts.slot("industryCode");
            entityType = facts.slot("entityType");
        }
    }
}
