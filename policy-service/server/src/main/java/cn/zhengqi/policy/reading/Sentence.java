package cn.zhengqi.policy.reading;

import cn.zhengqi.policy.reading.Proposal.Alternatives;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a document.
 *
 * @param from where it begins in the text, after its number
 * @param item whether it begins with a number of its own
 * @param heading whether it only announces what follows
 */
record Sentence(
        int from,
        int to,
        String text,
        String place,
        boolean item,
        boolean heading,
        @Nullable Alternatives alternatives) {}
