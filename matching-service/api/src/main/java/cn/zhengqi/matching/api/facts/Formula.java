package cn.zhengqi.matching.api.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a derived fact is computed from others, as data: people build it in the console, the matching engine compiles it. In JSON the property {@code type} tells the
 * form. What it rests on and is not known leaves it unknown, or within bounds where the form says so.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Formula.Figure.class, name = "fact"),
    @JsonSubTypes.Type(value = Formula.Constant.class, name = "number"),
    @JsonSubTypes.Type(value = Formula.Plus.class, name = "plus"),
    @JsonSubTypes.Type(value = Formula.Minus.class, name = "minus"),
    @JsonSubTypes.Type(value = Formula.Times.class, name = "times"),
    @JsonSubTypes.Type(value = Formula.Over.class, name = "over"),
    @JsonSubTypes.Type(value = Formula.Percent.class, name = "percent"),
    @JsonSubTypes.Type(value = Formula.Growth.class, name = "growth"),
    @JsonSubTypes.Type(value = Formula.Total.class, name = "total"),
    @JsonSubTypes.Type(value = Formula.Mean.class, name = "mean"),
    @JsonSubTypes.Type(value = Formula.TotalShare.class, name = "totalShare"),
    @JsonSubTypes.Type(value = Formula.Least.class, name = "least"),
    @JsonSubTypes.Type(value = Formula.Greatest.class, name = "greatest"),
    @JsonSubTypes.Type(value = Formula.Since.class, name = "since"),
    @JsonSubTypes.Type(value = Formula.Official.class, name = "official")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Formula {

    /** The facts that stand in it, in the order in which they are read; one may stand twice. */
    Stream<String> named();

    /** The formulas that it is made of. */
    default List<Formula> parts() {
        return List.of();
    }

    /** Names of the facts on which it rests, each once. */
    default List<String> inputs() {
        return named().distinct().toList();
    }

    /** @param year of a fact by years: 0 for the newest; absent for the fact as it is read as one number */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figure(String fact, @Nullable Integer year) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of(fact);
        }
    }

    /** @param unit absent for a plain number, such as how many times */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Constant(BigDecimal value, @Nullable String unit) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of();
        }
    }

    record Plus(List<Formula> parts) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts);
        }
    }

    record Minus(Formula from, Formula less) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts());
        }

        @Override
        public List<Formula> parts() {
            return List.of(from, less);
        }
    }

    /** Percents count as hundredths: 营业收入 × 占比 is in 万元. */
    record Times(Formula left, Formula right) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts());
        }

        @Override
        public List<Formula> parts() {
            return List.of(left, right);
        }
    }

    /** Nothing is said where what it is divided by is not greater than nothing. */
    record Over(Formula part, Formula whole) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts());
        }

        @Override
        public List<Formula> parts() {
            return List.of(part, whole);
        }
    }

    /** 占比, in percent. */
    record Percent(Formula part, Formula whole) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts());
        }

        @Override
        public List<Formula> parts() {
            return List.of(part, whole);
        }
    }

    /** 同比增长 of a year against the one before, in percent. */
    record Growth(String fact, int year) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of(fact);
        }
    }

    /** 合计 of the newest years; one before the foundation adds nothing, and one that is not known leaves a least value where the fact is never negative. */
    record Total(String fact, int years) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of(fact, "established");
        }
    }

    /** 平均 of the newest years; one that is not known leaves a least value where the fact is never negative. */
    record Mean(String fact, int years) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of(fact);
        }
    }

    /** 占比 of what several years come to, over the years of which both are known, in percent. */
    record TotalShare(String part, String whole, int years) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of(part, whole);
        }
    }

    /** Of those that are not known it is at most the least that is. */
    record Least(List<Formula> parts) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts);
        }
    }

    record Greatest(List<Formula> parts) implements Formula {

        @Override
        public Stream<String> named() {
            return namedIn(parts);
        }
    }

    /** How long ago a day is. */
    record Since(String fact, Span in) implements Formula {

        @Override
        public Stream<String> named() {
            return Stream.of(fact);
        }
    }

    /** Years count whole ones up to the last anniversary, and the rest by its days. */
    enum Span {
        DAYS("天"),
        YEARS("年");

        private final String unit;

        Span(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    /** Laid down by a national standard, which the product keeps: it is not for anybody to change. */
    record Official(Standard standard) implements Formula {

        @Override
        public Stream<String> named() {
            return standard.inputs.stream();
        }
    }

    /** What {@link Official} ones follow. */
    enum Standard {
        /** 国统字〔2017〕213号. */
        ENTERPRISE_SIZE(List.of("industryCode", "employees", "revenue", "totalAssets")),
        /** 财政部 税务总局公告2023年第12号. */
        SMALL_LOW_PROFIT(List.of("entityType", "restrictedIndustry", "taxableIncome", "employees", "totalAssets"));

        private final List<String> inputs;

        Standard(List<String> inputs) {
            this.inputs = inputs;
        }
    }

    private static Stream<String> namedIn(List<Formula> parts) {
        return parts.stream().flatMap(Formula::named);
    }
}
