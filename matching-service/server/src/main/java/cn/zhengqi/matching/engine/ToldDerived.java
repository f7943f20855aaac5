package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Derived facts of an enterprise that somebody makes up, a golden case or what is typed to try a tree: they may be told, as long as the others do not say otherwise. */
final class ToldDerived {

    private ToldDerived() {}

    /** What is told of a derived fact is what the others come to, as exactly as it is told. */
    static List<FactCheck.Problem> otherThanComputed(Map<String, ?> given, FactDictionary facts, LocalDate asOf) {
        List<FactCheck.Problem> problems = new ArrayList<>();
        FactVector computed = FactVector.of(facts, given, asOf);
        FactVector told = FactVector.ofCase(facts, given, asOf);
        given.forEach((name, value) -> {
            FactDefinition fact = facts.get(name);
            if (fact.derived() && value != null && computed.known(name) && !same(fact, value, told, computed)) {
                problems.add(FactCheck.Problem.inconsistent(
                        fact.name(),
                        fact.label() + "与其他数据不一致：按其他数据计算为" + words(fact, computed) + "，请改为一致或去掉其中一项",
                        facts.basis(fact.name())));
            }
        });
        return problems;
    }

    private static boolean same(FactDefinition fact, Object value, FactVector told, FactVector computed) {
        String name = fact.name();
        if (!fact.kind().numeric()) {
            return Objects.equals(told.text(name), computed.text(name));
        }
        if (!(value instanceof Number)) {
            return told.number(name) == computed.number(name);
        }
        BigDecimal number = new BigDecimal(value.toString());
        return BigDecimal.valueOf(computed.number(name))
                        .setScale(number.scale(), RoundingMode.HALF_UP)
                        .compareTo(number)
                == 0;
    }

    private static String words(FactDefinition fact, FactVector computed) {
        String text = computed.text(fact.name());
        return text == null
                ? ValueWords.number(fact, computed.number(fact.name()))
                : Words.quoted(ValueWords.item(fact, text));
    }
}
