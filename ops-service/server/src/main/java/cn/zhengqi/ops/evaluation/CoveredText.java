package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.PersonalNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words in which something is not to be read. What is covered is looked for in the words as they were said, and where two of it overlap the whole of both goes: half a name or half a number still tells whose
 * it is.
 */
final class CoveredText {

    private static final String COVER = "***";

    private final String words;
    private final List<Span> spans = new ArrayList<>();

    CoveredText(String words) {
        this.words = words;
    }

    private record Span(int from, int to, String instead) {}

    /** Covers a name wherever it stands, and shows something else in its place. */
    CoveredText showing(String name, String instead) {
        for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length())) {
            spans.add(new Span(at, at + name.length(), instead));
        }
        return this;
    }

    /** Covers a word wherever it stands; of a number that it begins or ends in, all digits. */
    CoveredText without(String word) {
        for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + word.length())) {
            int from = at;
            while (from > 0 && isDigit(from) && isDigit(from - 1)) {
                from--;
            }
            int to = at + word.length();
            while (to < words.length() && isDigit(to - 1) && isDigit(to)) {
                to++;
            }
            spans.add(new Span(from, to, COVER));
        }
        return this;
    }

    private boolean isDigit(int at) {
        return Character.isDigit(words.charAt(at));
    }

    @Override
    public String toString() {
        spans.sort(Comparator.comparingInt(Span::from)
                .thenComparing(Comparator.comparingInt(Span::to).reversed()));
        StringBuilder shown = new StringBuilder();
        int told = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span all = spans.get(i);
            while (i + 1 < spans.size() && spans.get(i + 1).from < all.to) {
                Span next = spans.get(++i);
                all = next.to <= all.to ? all : new Span(all.from, next.to, COVER);
            }
            shown.append(words, told, all.from).append(all.instead);
            told = all.to;
        }
        return PersonalNumbers.cover(shown.append(words, told, words.length()).toString());
    }
}
