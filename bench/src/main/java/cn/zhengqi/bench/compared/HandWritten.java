package cn.zhengqi.bench.compared;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A class with a getter for each fact, and a Java method for each rule, as a programmer would write them. */
final class HandWritten {

    static final String FACTS = "cn.zhengqi.bench.compared.written.Facts";
    /** Methods of more than 8,000 bytes are not compiled by the virtual machine. */
    private static final int RULES_AT_ONCE = 100;

    final CompiledHere classes;
    final Judge judge;

    HandWritten(FactDictionary facts, List<? extends EligibilityRule> rules) {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("Facts", factsClass(facts));
        sources.put("Rules", rulesClass(new ConditionText(facts, Language.JAVA), rules));
        classes = new CompiledHere(sources);
        judge = classes.instance("cn.zhengqi.bench.compared.written.Rules", Judge.class);
    }

    /** One enterprise as an object of the written class. */
    Object facts(Map<String, Object> known) {
        Object facts = classes.instance(FACTS, Object.class);
        known.forEach((name, value) -> {
            try {
                facts.getClass().getField(name).set(facts, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return facts;
    }

    private static String factsClass(FactDictionary facts) {
        StringBuilder text =
                new StringBuilder("package cn.zhengqi.bench.compared.written;\npublic final class Facts {\n");
        for (FactDefinition fact : facts.facts()) {
            String type = fact.kind() == FactKind.MULTI_CHOICE
                    ? "java.util.List<String>"
                    : ConditionText.textual(fact) ? "String" : "double";
            String name = fact.name();
            text.append("public %s %s;\n".formatted(type, name));
            text.append("public %s get%s() { return %s; }\n"
                    .formatted(type, Character.toUpperCase(name.charAt(0)) + name.substring(1), name));
        }
        return text.append("}\n").toString();
    }

    private static String rulesClass(ConditionText conditions, List<? extends EligibilityRule> rules) {
        StringBuilder text = new StringBuilder("""
                package cn.zhengqi.bench.compared.written;
                public final class Rules implements cn.zhengqi.bench.compared.Judge {
                """);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < rules.size(); i++) {
            if (i % RULES_AT_ONCE == 0) {
                all.append("some%d(f, eligible);\n".formatted(i));
                text.append(i == 0 ? "" : "}\n")
                        .append("private static void some%d(Facts f, java.util.BitSet eligible) {\n".formatted(i));
            }
            text.append("if (rule%d(f)) eligible.set(%d);\n".formatted(i, i));
        }
        text.append("}\n");
        for (int i = 0; i < rules.size(); i++) {
            text.append("private static boolean rule%d(Facts f) { return %s; }\n"
                    .formatted(i, conditions.of(rules.get(i).criteria())));
        }
        return text.append("public void judge(Object facts, java.util.BitSet eligible) { Facts f = (Facts) facts;\n")
                .append(all)
                .append("}\n}\n")
                .toString();
    }
}
