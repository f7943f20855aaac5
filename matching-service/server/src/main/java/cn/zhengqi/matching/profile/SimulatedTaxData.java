package cn.zhengqi.matching.profile;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says that it is a simulator: answers with the invented tax figures of the demo enterprises, and only where there are such. */
@Component
@ConditionalOnBooleanProperty("zhengqi.demo.enabled")
class SimulatedTaxData implements TaxData {

    private final DemoFacts demo;
    private final FactDictionary dictionary = FactDictionary.standard();

    SimulatedTaxData(DemoFacts demo) {
        this.demo = demo;
    }

    @Override
    public Map<String, Object> factsOf(String uscc) {
        Map<String, Object> facts = new LinkedHashMap<>();
        demo.of(uscc).forEach((name, value) -> {
            FactDefinition fact = dictionary.find(name);
            if (fact != null && fact.source() == FactSource.TAX) {
                facts.put(name, value);
            }
        });
        return facts;
    }
}
