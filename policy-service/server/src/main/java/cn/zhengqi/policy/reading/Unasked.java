package cn.zhengqi.policy.reading;

import cn.zhengqi.policy.reading.Proposal.Exclusion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says without asking it of an enterprise: why the document was made (为支持本区科技型企业…，制定本措施), and what cannot be had together (不得同时享受本措施与…).
 * The names in it are of those that it speaks of, not of what they have to be.
 *
 * @param asking the sentence, as long as it is, with blanks for that
 * @param exclusion what it says cannot be had together
 */
record Unasked(Sentence asking, @Nullable Exclusion exclusion) {

    private static final int LONGEST_NAME = 200;

    private static final Pattern PARTS = Pattern.compile("[^，,：:]+");

    static Unasked in(Sentence sentence, Vocabulary.Words words) {
        boolean[] unasked = new boolean[sentence.text().length()];
        Matcher purpose = words.purpose().in(sentence.text());
        if (purpose != null) {
            mark(unasked, purpose.start(), purpose.end());
        }
        boolean excludes = markExclusions(sentence.text(), words, unasked);
        return purpose == null && !excludes
                ? new Unasked(sentence, null)
                : new Unasked(
                        sentence.saying(blanked(sentence.text(), unasked)),
                        excludes ? new Exclusion(named(sentence.text(), words)) : null);
    }

    /** The parts of the sentence that say it, and the one that leads to it: 与…政策的奖补，不得同时享受. */
    private static boolean markExclusions(String text, Vocabulary.Words words, boolean[] unasked) {
        boolean found = false;
        for (Matcher one = words.exclusion().pattern().matcher(text); one.find(); found = true) {
            mark(unasked, one.start(), one.end());
        }
        if (found) {
            int leads = -1;
            for (Matcher part = PARTS.matcher(text); part.find(); ) {
                if (any(unasked, part.start(), part.end())) {
                    mark(unasked, leads < 0 ? part.start() : leads, part.end());
                    leads = -1;
                } else if (words.exclusionBegins().isIn(part.group())) {
                    leads = leads < 0 ? part.start() : leads;
                } else {
                    leads = -1;
                }
            }
        }
        return found;
    }

    private static @Nullable String named(String text, Vocabulary.Words words) {
        for (Vocabulary.Phrase pattern : words.excluded()) {
            Matcher named = pattern.in(text);
            if (named != null) {
                String name = named.group("named").strip();
                return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
            }
        }
        return null;
    }

    private static void mark(boolean[] all, int from, int to) {
        for (int at = from; at < to; at++) {
            all[at] = true;
        }
    }

    private static boolean any(boolean[] all, int from, int to) {
        for (int at = from; at < to; at++) {
            if (all[at]) {
                return true;
            }
        }
        return false;
    }

    private static String blanked(String text, boolean[] unasked) {
        StringBuilder all = new StringBuilder(text);
        for (int at = 0; at < unasked.length; at++) {
            if (unasked[at]) {
                all.setCharAt(at, '　');
            }
        }
        return all.toString();
    }
}
