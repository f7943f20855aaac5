package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;

/** In words what cannot be held against figures. */
final class UncheckedWords extends Wording {

    private final String reason;

    UncheckedWords(Requirement asked, String named, String reason) {
        super(asked, named);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    @Override
    boolean settled() {
        return true;
    }

    @Override
    ConditionResult tell(Node node, Explainer explainer) {
        return explainer.unchecked(node, this);
    }

    @Override
    void gather(Node node, MissingFacts missing) {
        // No fact could decide it.
    }
}
