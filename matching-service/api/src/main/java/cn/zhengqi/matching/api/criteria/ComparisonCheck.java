package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.FactDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A fact compared with a value: in a way, a unit and with a value that are the fact's, and so that one of its values can hold. */
final class ComparisonCheck {

    private static final int MOST_VALUES = 400;

    private static final Set<Operator> OF_SEVERAL = EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.CONTAINS_ANY);

    private final FactDefinition fact;
    private final Place at;
    private final AcceptedValues accepted;
    private final JsonNode value;

    ComparisonCheck(FactDefinition fact, Place at) {
        this.fact = fact;
        this.at = at;
        accepted = new AcceptedValues(fact, at);
        value = at.get("value");
    }

    void run() {
        Set<Operator> allowed = Operator.comparing(fact);
        if (allowed.isEmpty()) {
            at.fault("fact", "FACT_BY_YEAR", accepted.named() + "按年份记录，请选用由它算出的指标（如最近一年的）");
            return;
        }
        unit();
        Operator op = Operator.find(at.word("op"));
        if (op == null) {
            at.fault("op", "OPERATOR_REQUIRED", "请选择比较方式");
        } else if (!allowed.contains(op)) {
            at.fault("op", "OPERATOR_NOT_ALLOWED", accepted.named() + "不能这样比较");
        } else if (at.leavesOpen("value")) {
            at.fault("value", "VALUE_REQUIRED", "请填写比较的值");
        } else {
            value(op);
            if (!at.isFaulty()) {
                possible(op);
            }
        }
    }

    private void unit() {
        JsonNode unit = at.get("unit");
        if (!at.leavesOpen("unit") && (!unit.isString() || !unit.asString().equals(fact.unit()))) {
            at.fault(
                    "unit",
                    "UNIT_MISMATCH",
                    fact.unit() == null
                            ? accepted.named() + "没有单位"
                            : accepted.named() + "的单位是“" + fact.unit() + "”，不是“" + at.word("unit") + "”，请换算");
        }
    }

    private void value(Operator op) {
        if (op == Operator.BETWEEN) {
            range();
            return;
        }
        switch (fact.kind()) {
            case NUMBER, INTEGER, YEARS -> number();
            case BOOLEAN -> mustBe(value.isBoolean(), "是或否");
            case DATE -> mustBe(isDay(), "日期，如 2026-01-31");
            case TEXT, CHOICE, MULTI_CHOICE -> words(OF_SEVERAL.contains(op));
        }
    }

    private void mustBe(boolean right, String kind) {
        if (!right) {
            at.fault("value", "VALUE_KIND", accepted.named() + "的值为" + kind);
        }
    }

    private void number() {
        boolean number = Place.isNumber(value);
        mustBe(number, "数字");
        if (number) {
            accepted.mustInclude(value.decimalValue());
        }
    }

    private void range() {
        if (!value.isArray() || value.size() != 2 || !Place.isNumber(value.get(0)) || !Place.isNumber(value.get(1))) {
            at.fault("value", "VALUE_KIND", "请填写范围的两端");
            return;
        }
        BigDecimal from = value.get(0).decimalValue();
        BigDecimal to = value.get(1).decimalValue();
        if (from.compareTo(to) > 0) {
            at.fault(
                    "value",
                    "RANGE_REVERSED",
                    "范围的下限 " + AcceptedValues.plain(from) + " 大于上限 " + AcceptedValues.plain(to));
        } else if (accepted.mustInclude(from)) {
            accepted.mustInclude(to);
        }
    }

    private boolean isDay() {
        if (!value.isString()) {
            return false;
        }
        try {
            LocalDate.parse(value.asString());
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    private void words(boolean several) {
        List<JsonNode> given = value.isArray() && several ? List.copyOf(value.values()) : List.of(value);
        if (given.isEmpty()
                || given.stream()
                        .anyMatch(one -> !one.isString() || one.asString().isBlank())) {
            at.fault("value", "VALUE_KIND", several ? "请至少选择或填写一项" : "请选择或填写一项");
        } else if (given.size() > MOST_VALUES) {
            at.fault("value", "TOO_MANY_VALUES", "不超过 " + MOST_VALUES + " 项");
        } else {
            given.forEach(one -> accepted.mustOffer(one.asString(), "value"));
        }
    }

    /** Both ends may be values of the fact and yet none satisfy it: more than the most, or between two that follow each other. */
    private void possible(Operator op) {
        boolean none = PossibleValues.of(fact, op, value)
                .filter(wanted -> wanted.and(PossibleValues.of(fact)).isEmptyFor(fact.kind()))
                .isPresent();
        if (!none) {
            return;
        }
        switch (op) {
            case BETWEEN, EQUAL -> at.fault("value", "RANGE_EMPTY", accepted.named() + "只取整数，没有这样的值");
            case MORE_THAN -> outOfRange("最多 " + told(fact.max()) + "，不可能高于此数");
            default -> outOfRange("最少 " + told(fact.min()) + "，不可能低于此数");
        }
    }

    private void outOfRange(String words) {
        at.fault("value", "VALUE_OUT_OF_RANGE", accepted.named() + words);
    }

    private String told(@Nullable BigDecimal end) {
        return end == null ? "" : accepted.measured(end);
    }
}
