package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.criteria.Banded;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.CompiledRule.Node;
import org.jspecify.annotations.Nullable;

/** Bands in words. */
final class BandedWords implements Wording {

    private final Banded banded;
    private final String label;
    private final String[] labels;

    /** Of the fact that chooses the band. */
    final int slot;

    /** @param parts the conditions of the bands */
    BandedWords(FactDictionary facts, Banded banded, Node[] parts) {
        this.banded = banded;
        slot = facts.slot(banded.by());
        String own = banded.label();
        label = own == null ? "按" + facts.get(banded.by()).label() + "分档" : own;
        labels = new String[parts.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = band(i) + "：" + parts[i].words().label();
        }
    }

    /** The name of a band. */
    String band(int position) {
        return banded.bands().get(position).label();
    }

    /** What the condition of a band is called, which begins with the name of the band. */
    String label(int position) {
        return labels[position];
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String clause() {
        Clause clause = banded.clause();
        return clause == null ? null : clause.text();
    }

    @Override
    public @Nullable String place() {
        Clause clause = banded.clause();
        return clause == null ? null : clause.place();
    }

    @Override
    public boolean certain() {
        Clause clause = banded.clause();
        return clause == null || clause.certain();
    }

    @Override
    public @Nullable String required() {
        return null;
    }

    @Override
    public String named() {
        String own = banded.label();
        return own == null ? "以下条件" : own;
    }
}
