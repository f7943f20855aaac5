package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says that it is a simulator: answers with the invented tax figures of the demo enterprises, and only where there are such. */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class SimulatedTaxData implements TaxData {

    private final DemoFacts demo;

    SimulatedTaxData(DemoFacts demo) {
        this.demo = demo;
    }

    @Override
    public Map<String, Object> factsOf(String uscc) {
        Map<String, Object> facts = new LinkedHashMap<>(demo.of(uscc));
        facts.keySet().retainAll(brings().stream().map(FactDefinition::name).toList());
        return facts;
    }
}
