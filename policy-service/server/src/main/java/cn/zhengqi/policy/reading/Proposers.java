package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.facts.FactDictionary;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps what proposes conditions, as long as the dictionary is the same; its words are read when somebody asks, not while the service starts. */
@Component
class Proposers {

    private record ByDictionary(FactDictionary facts, Proposer proposer) {}

    private final String district;
    private volatile @Nullable ByDictionary latest;

    Proposers(@Value("${zhengqi.district.code:}") String district) {
        this.district = district;
    }

    /** By the dictionary in force. */
    Proposer now() {
        FactDictionary facts = FactDictionary.inForce();
        ByDictionary kept = latest;
        if (kept == null || kept.facts() != facts) {
            kept = new ByDictionary(facts, new Proposer(facts, district));
            latest = kept;
        }
        return kept.proposer();
    }
}
