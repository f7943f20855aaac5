package cn.zhengqi.policy.draft;

import cn.zhengqi.files.DemoEnterprise;
import cn.zhengqi.files.DemoFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The invented enterprises, from which a case can be taken: nobody's real figures get into the criteria of a policy. */
@Component
class DemoProfiles {

    private static final int MOST = 20;

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
                .filter(enterprise -> enterprise.name().contains(words))
                .limit(MOST)
                .map(DemoProfiles::profile)
                .toList();
    }

    /** What the register has of it that is a fact, by the names of the dictionary, and what else is known. */
    private static DemoProfile profile(DemoEnterprise enterprise) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("entityType", enterprise.entityType());
        facts.put("established", enterprise.establishedOn().toString());
        facts.put("industryCode", enterprise.industryCode());
        facts.put("regionCode", enterprise.regionCode());
        facts.putAll(enterprise.facts());
        return new DemoProfile(enterprise.name(), facts);
    }
}
