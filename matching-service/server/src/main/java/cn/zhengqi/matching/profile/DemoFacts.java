package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The invented figures of the demo enterprises, by USCC. Read when first asked for. */
@Component
class DemoFacts {

    /** Never null values: what the file leaves open is absent. */
    Map<String, Object> of(String uscc) {
        return Holder.FACTS.getOrDefault(uscc, Map.of());
    }

    private static final class Holder {

        private static final Map<String, Map<String, Object>> FACTS = load();

        private static Map<String, Map<String, Object>> load() {
            Map<String, Map<String, Object>> all = new HashMap<>();
            DemoFiles.enterprises().stream()
                    .map(Json.MAPPER::readTree)
                    .forEach(enterprise ->
                            all.put(enterprise.path("uscc").asString(), values(enterprise.path("facts"))));
            return all;
        }

        private static Map<String, Object> values(JsonNode facts) {
            Map<String, Object> values = new LinkedHashMap<>();
            facts.properties().forEach(fact -> {
                if (!fact.getValue().isNull()) {
                    values.put(fact.getKey(), Json.MAPPER.treeToValue(fact.getValue(), Object.class));
                }
            });
            return values;
        }
    }
}
