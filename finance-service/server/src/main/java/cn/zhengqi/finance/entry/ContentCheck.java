package cn.zhengqi.finance.entry;

import cn.zhengqi.data.Json;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.CriteriaCheck;
import cn.zhengqi.matching.api.criteria.CriteriaFault;
import cn.zhengqi.matching.api.criteria.Trial;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What cannot be said of a product: figures that contradict each other or the law, conditions that cannot be matched, what is missing. */
final class ContentCheck {

    /** Percent a year: the most that courts protect. */
    static final BigDecimal MOST_RATE = new BigDecimal("24");

    /** 万元: a billion yuan. */
    static final BigDecimal MOST_WAN = new BigDecimal("100000");

    static final int LONGEST_MONTHS = 360;

    private final ProductContent content;
    private final KnownTypes types;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ContentCheck(ProductContent content, KnownTypes types) {
        this.content = content;
        this.types = types;
    }

    /**
     * A draft: nothing has to be there, but figures that are there have to be possible. Conditions may be half written.
     *
     * @param types that other products have
     * @throws ProblemException VALIDATION_FAILED, field by field
     */
    static void possible(ProductContent content, KnownTypes types) {
        ContentCheck check = new ContentCheck(content, types);
        check.figures();
        check.lists();
        check.say();
    }

    /**
     * What the finance office reviews is whole, and can still be applied for.
     *
     * @param types that other products have
     * @param today it is not published for days that are past
     * @throws ProblemException VALIDATION_FAILED, field by field; CRITERIA_FAULTY with what is wrong at which place of the conditions
     */
    static void whole(ProductContent content, KnownTypes types, LocalDate today) {
        ContentCheck check = new ContentCheck(content, types);
        check.present();
        check.figures();
        check.lists();
        check.lasts(today);
        check.say();
        requireSound(faults(content.criteria()));
    }

    /** What is wrong with a tree of conditions; nothing with one that is absent. */
    static List<CriteriaFault> faults(@Nullable Map<String, Object> criteria) {
        return criteria == null
                ? List.of()
                : new CriteriaCheck(FactDictionary.inForce()).faults(Json.MAPPER.valueToTree(criteria));
    }

    /** @throws ProblemException CRITERIA_FAULTY */
    static void requireSound(List<CriteriaFault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    FinanceProblem.CRITERIA_FAULTY,
                    "准入条件有 " + faults.size() + " 处错误：" + faults.getFirst().message(),
                    Map.of("faults", faults));
        }
    }

    private void say() {
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
    }

    private void present() {
        text("title", content.title(), "请填写产品名称");
        list("productTypes", content.productTypes(), "请选择产品类型");
        list("guarantees", content.guarantees(), "请选择担保方式");
        given("minAmountWan", content.minAmountWan(), "请填写最低额度");
        given("maxAmountWan", content.maxAmountWan(), "请填写最高额度");
        given("minRate", content.minRate(), "请填写最低年利率");
        given("maxRate", content.maxRate(), "请填写最高年利率");
        given("minTermMonths", content.minTermMonths(), "请填写最短期限");
        given("maxTermMonths", content.maxTermMonths(), "请填写最长期限");
        list("repayments", content.repayments(), "请选择还款方式");
        text("audience", content.audience(), "请填写适用对象");
        list("purposes", content.purposes(), "请填写贷款用途");
        list("materials", content.materials(), "请填写申请材料");
        list("contacts", content.contacts(), "请至少填写一个联系网点");
        text("summary", content.summary(), "请填写产品简介");
    }

    private void figures() {
        amount("minAmountWan", content.minAmountWan());
        amount("maxAmountWan", content.maxAmountWan());
        ordered("maxAmountWan", content.minAmountWan(), content.maxAmountWan(), "最高额度不能低于最低额度");
        rate("minRate", content.minRate());
        rate("maxRate", content.maxRate());
        ordered("maxRate", content.minRate(), content.maxRate(), "最高年利率不能低于最低年利率");
        term("minTermMonths", content.minTermMonths());
        term("maxTermMonths", content.maxTermMonths());
        ordered("maxTermMonths", content.minTermMonths(), content.maxTermMonths(), "最长期限不能短于最短期限");
        ordered("ruleTo", content.ruleFrom(), content.ruleTo(), "截止日不能早于起始日");
    }

    private void lasts(LocalDate today) {
        LocalDate last = content.ruleTo();
        if (last != null && last.isBefore(today)) {
            problems.add(new FieldProblem("ruleTo", "PAST", "匹配至何日不能早于今天"));
        }
    }

    private void lists() {
        once("productTypes", KnownTypes.meant(content.productTypes()));
        calledAsBefore();
        once("guarantees", content.guarantees());
        once("repayments", content.repayments());
        if (content.criteria() != null
                && Json.MAPPER.writeValueAsBytes(content.criteria()).length > Trial.MOST_KILOBYTES_OF_CRITERIA * 1024) {
            problems.add(new FieldProblem(
                    "criteria", "TOO_LARGE", "准入条件的文字过多，合计不超过 " + Trial.MOST_KILOBYTES_OF_CRITERIA + " KB，请精简"));
        }
    }

    private void calledAsBefore() {
        for (String type : content.productTypes()) {
            String known = types.otherwise(type);
            if (known != null) {
                problems.add(new FieldProblem(
                        "productTypes",
                        "SPELLED_OTHERWISE",
                        "“" + type + "”与已有的产品类型“" + known + "”是同一类，请改用“" + known + "”"));
            }
        }
    }

    private void amount(String field, @Nullable BigDecimal wan) {
        if (wan != null && (wan.signum() <= 0 || wan.compareTo(MOST_WAN) > 0)) {
            problems.add(new FieldProblem(field, "RANGE", "额度应大于零且不超过 10 亿元"));
        }
    }

    private void rate(String field, @Nullable BigDecimal percent) {
        if (percent != null && (percent.signum() <= 0 || percent.compareTo(MOST_RATE) > 0)) {
            problems.add(new FieldProblem(field, "RATE_OUT_OF_RANGE", "年利率应大于零且不超过 24%"));
        }
    }

    private void term(String field, @Nullable Integer months) {
        if (months != null && (months < 1 || months > LONGEST_MONTHS)) {
            problems.add(new FieldProblem(field, "RANGE", "期限应在 1 到 " + LONGEST_MONTHS + " 个月之间"));
        }
    }

    private <T extends Comparable<? super T>> void ordered(
            String field, @Nullable T least, @Nullable T most, String message) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            problems.add(new FieldProblem(field, "MIN_ABOVE_MAX", message));
        }
    }

    private void once(String field, List<?> items) {
        if (new HashSet<>(items).size() != items.size()) {
            problems.add(new FieldProblem(field, "TWICE", "有重复的项"));
        }
    }

    private void text(String field, @Nullable String value, String message) {
        if (value == null || value.isBlank()) {
            missing(field, message);
        }
    }

    private void list(String field, List<?> value, String message) {
        if (value.isEmpty()) {
            missing(field, message);
        }
    }

    private void given(String field, @Nullable Object value, String message) {
        if (value == null) {
            missing(field, message);
        }
    }

    private void missing(String field, String message) {
        problems.add(new FieldProblem(field, "REQUIRED", message));
    }
}
