package cn.zhengqi.bench.compared;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The conditions as rules of Drools, the conditions that all have to hold apart, so that its network shares those that several
 * rules ask for.
 */
public final class WithDrools implements Judge, AutoCloseable {

    private final KieSession session;
    private BitSet found = new BitSet();

    WithDrools(FactDictionary facts, List<? extends EligibilityRule> rules, ClassLoader classes) {
        ConditionText inPattern = new ConditionText(facts, Language.DRL);
        ConditionText inJava = new ConditionText(facts, Language.JAVA);
        StringBuilder text = new StringBuilder("package cn.zhengqi.bench.compared.rules\nimport " + HandWritten.FACTS
                + "\nglobal cn.zhengqi.bench.compared.WithDrools judge\n");
        for (int i = 0; i < rules.size(); i++) {
            List<Criterion> all = together(rules.get(i).criteria()).toList();
            String constraints = all.stream()
                    .map(inPattern::of)
                    .filter(condition -> !chooses(condition))
                    .collect(Collectors.joining(", "));
            String evaluated = all.stream()
                    .map(inJava::of)
                    .filter(WithDrools::chooses)
                    .map("eval(%s)"::formatted)
                    .collect(Collectors.joining(" "));
            text.append("rule \"%d\" when f : Facts(%s) %s then judge.found(%d); end\n"
                    .formatted(i, constraints, evaluated, i));
        }
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules.drl", text.toString());
        KieBuilder builder = services.newKieBuilder(files, classes);
        builder.buildAll();
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        KieContainer container = services.newKieContainer(builder.getKieModule().getReleaseId(), classes);
        session = container.newKieSession();
        session.setGlobal("judge", this);
    }

    /** Scoring tables and bands choose between two, for which a pattern's own grammar has no words. */
    private static boolean chooses(String condition) {
        return condition.contains("?");
    }

    private static Stream<Criterion> together(Criterion criterion) {
        return criterion instanceof AllOf all
                ? all.criteria().stream().flatMap(WithDrools::together)
                : Stream.of(criterion);
    }

    /** Called by the rules. */
    public void found(int rule) {
        found.set(rule);
    }

    @Override
    public void judge(Object facts, BitSet eligible) {
        found = eligible;
        FactHandle handle = session.insert(facts);
        session.fireAllRules();
        session.delete(handle);
    }

    @Override
    public void close() {
        session.dispose();
    }
}
