package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;

/** Bands in words. */
final class BandedWords extends Wording {

    private final Banded banded;
    private final Requirement[] ofBands;

    /** Of the fact that chooses the band. */
    final int slot;

    /** @param parts the conditions of the bands */
    BandedWords(FactDictionary facts, Banded banded, Node[] parts) {
        String own = banded.label();
        super(
                Wording.asked(own == null ? "按" + facts.get(banded.by()).label() + "分档" : own, banded.clause(), null),
                own == null ? NAMELESS : own);
        this.banded = banded;
        slot = facts.slot(banded.by());
        ofBands = new Requirement[parts.length];
        for (int i = 0; i < ofBands.length; i++) {
            Requirement part = parts[i].words().asked();
            ofBands[i] = part.called(band(i) + "：" + part.label());
        }
    }

    /** The name of a band. */
    String band(int position) {
        return banded.bands().get(position).label();
    }

    /** What the condition of a band asks, under a name that begins with the name of the band. */
    Requirement ofBand(int position) {
        return ofBands[position];
    }

    /** The band that applies says so. */
    @Override
    boolean settled() {
        return false;
    }

    @Override
    ConditionResult tell(Node node, Explainer explainer) {
        return explainer.banded(node, this);
    }

    @Override
    void gather(Node node, MissingFacts missing) {
        missing.gatherBands(node, this);
    }
}
