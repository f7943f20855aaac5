package cn.zhengqi.policy.draft;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.DemoFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The invented enterprises, from which a case can be taken: nobody's real figures get into the criteria of a policy. */
@Component
class DemoProfiles {

    private static final int MOST = 20;

    /** Members of a demo enterprise that are facts of the register, and what the dictionary calls them. */
    private static final Map<String, String> REGISTER = Map.of(
            "entityType", "entityType",
            "establishedOn", "established",
            "industryCode", "industryCode",
            "regionCode", "regionCode");

    private final boolean demonstration;

    DemoProfiles(@Value("${zhengqi.demo.enabled:false}") boolean demonstration) {
        this.demonstration = demonstration;
    }

    /** @param facts by name, as in a profile */
    record DemoProfile(String name, Map<String, Object> facts) {}

    /** The first whose name has the words in it; none where there is no demo data. */
    List<DemoProfile> find(@Nullable String q) {
        if (!demonstration) {
            return List.of();
        }
        String words = q == null ? "" : q.strip();
        return DemoFiles.enterprises().stream()
                .map(Json.MAPPER::readTree)
                .filter(enterprise -> enterprise.path("name").asString("").contains(words))
                .limit(MOST)
                .map(DemoProfiles::profile)
                .toList();
    }

    private static DemoProfile profile(JsonNode enterprise) {
        Map<String, Object> facts = new LinkedHashMap<>();
        REGISTER.forEach((member, fact) -> put(facts, fact, enterprise.path(member)));
        enterprise.path("facts").properties().forEach(fact -> put(facts, fact.getKey(), fact.getValue()));
        return new DemoProfile(enterprise.path("name").asString(), facts);
    }

    private static void put(Map<String, Object> facts, String name, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            facts.put(name, Json.MAPPER.treeToValue(value, Object.class));
        }
    }
}
