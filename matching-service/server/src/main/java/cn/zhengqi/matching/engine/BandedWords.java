package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.api.match.ConditionResult.Requirement;
import cn.zhengqi.matching.engine.CompiledRule.Node;

/** Bands in words. */
final class BandedWords implements Wording {

    private final Banded banded;
    private final Requirement asked;
    private final Requirement[] ofBands;

    /** Of the fact that chooses the band. */
    final int slot;

    /** @param parts the conditions of the bands */
    BandedWords(FactDictionary facts, Banded banded, Node[] parts) {
        this.banded = banded;
        slot = facts.slot(banded.by());
        String own = banded.label();
        asked = Wording.asked(own == null ? "按" + facts.get(banded.by()).label() + "分档" : own, banded.clause(), null);
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

    @Override
    public Requirement asked() {
        return asked;
    }

    @Override
    public String named() {
        String own = banded.label();
        return own == null ? "以下条件" : own;
    }

    /** The band that applies says so. */
    @Override
    public boolean settled() {
        return false;
    }

    @Override
    public ConditionResult tell(Node node, Explainer explainer) {
        return explainer.banded(node, this);
    }

    @Override
    public void gather(Node node, MissingFacts missing) {
        missing.gatherBands(node, this);
    }
}
