package cn.zhengqi.policy.reading;

import cn.zhengqi.policy.reading.Proposal.Alternatives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text as sentences, each with its place by the document's own numbers, and with the choice that it belongs to. */
final class Passages {

    private static final String CHINESE = "[一二三四五六七八九十百零]+";

    /** The higher the first, as documents of the administration number. */
    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile("第(?:" + CHINESE + "|\\d+)章\\s*"),
            Pattern.compile("第(?:" + CHINESE + "|\\d+)条\\s*"),
            Pattern.compile(CHINESE + "、\\s*"),
            Pattern.compile("[（(]" + CHINESE + "[）)]\\s*"),
            Pattern.compile("\\d{1,2}[.．、](?!\\d)\\s*"),
            Pattern.compile("[（(]\\d{1,2}[）)]\\s*"),
            Pattern.compile("[①-⑳]\\s*"));

    private static final int ARTICLE = 1;
    private static final int NONE = NUMBERS.size();

    private static final Pattern COLON = Pattern.compile("[：:]\\s*");
    private static final Pattern ANY_NUMBER = Pattern.compile("[：:]\\s*(?="
            + String.join("|", NUMBERS.stream().map(Pattern::pattern).toList()) + ")");
    private static final Pattern END = Pattern.compile("[。；;！？!?\\n]|" + ANY_NUMBER.pattern());

    private final Vocabulary.Words words;
    private final String text;
    private final List<Sentence> sentences = new ArrayList<>();

    private @Nullable String article;
    /** The number at each rank under the article, as far down as the sentence stands: （四） and 1 of a 1 under （四）. */
    private final @Nullable String[] items = new String[NONE];

    private int paragraph;
    private @Nullable Listing<Alternatives> choice;
    private @Nullable Listing<String> refusal;
    private @Nullable Listing<String> preference;
    private @Nullable Listing<String> required;
    /** Whether what is refused stands behind its announcement, in the same paragraph. */
    private boolean refusedInLine;

    /** What was announced of a list, a choice or that all of it is asked, or that who is in it gets nothing or comes first, while the list goes on. */
    private static final class Listing<T> {

        private final T told;
        private final int announcedAt;
        private int items = NONE;

        Listing(T told, int announcedAt) {
            this.told = told;
            this.announcedAt = announcedAt;
        }

        /** Whether a sentence with a number of that rank stands in the list. */
        boolean has(int rank) {
            if (rank == NONE) {
                return true;
            }
            if (items == NONE) {
                items = rank;
                return rank > announcedAt || announcedAt == NONE;
            }
            return rank >= items;
        }

        /** Whether a paragraph without a number comes after items that had one. */
        boolean isLeftBy(int rank) {
            return rank == NONE && items != NONE;
        }
    }

    private Passages(Vocabulary.Words words, String text) {
        this.words = words;
        this.text = text;
    }

    static List<Sentence> of(String text, Vocabulary.Words words) {
        return new Passages(words, text).read();
    }

    private List<Sentence> read() {
        int from = 0;
        boolean begins = true;
        for (Matcher end = END.matcher(text); end.find(); ) {
            sentence(from, end.start(), begins, text.charAt(end.start()) == '：' || text.charAt(end.start()) == ':');
            begins = text.charAt(end.start()) == '\n';
            from = end.end();
        }
        sentence(from, text.length(), begins, false);
        return sentences;
    }

    private void sentence(int start, int end, boolean begins, boolean announces) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return;
        }
        if (begins) {
            paragraph++;
        }
        int rank = rankAt(from, to);
        if (rank != NONE) {
            Matcher number = NUMBERS.get(rank).matcher(text).region(from, to);
            if (number.lookingAt()) {
                numbered(rank, number.group().strip());
                from = number.end();
            }
        }
        if (from == to) {
            return;
        }
        Matcher colon = COLON.matcher(text).region(from, to);
        if (colon.find() && colon.end() < to && words.refusal().isIn(text.substring(from, colon.start()))) {
            told(from, colon.start(), begins, true, rank);
            refusedInLine = true;
            told(colon.end(), to, false, announces, NONE);
            return;
        }
        told(from, to, begins, announces, rank);
    }

    private void told(int from, int to, boolean begins, boolean announces, int rank) {
        String said = text.substring(from, to);
        boolean heading = announces || said.endsWith("：") || said.endsWith(":");
        boolean refuses = words.refusal().isIn(said);
        boolean prefers = !refuses && words.preference().isIn(Sentence.asking(said));
        boolean offersChoice =
                heading && !refuses && !prefers && (words.alternatives().isIn(said) || howMany(said) != null);
        if (choice != null && !choice.has(rank)) {
            choice = null;
        }
        if (refusal != null && (!refusal.has(rank) || begins && refusedInLine)) {
            refusal = null;
        }
        if (required != null && (!required.has(rank) || begins && required.isLeftBy(rank))) {
            required = null;
        }
        if (preference != null && (!preference.has(rank) || begins && preference.isLeftBy(rank))) {
            preference = null;
        }
        if (heading && !offersChoice && (rank == NONE || words.together().isIn(said))) {
            choice = null;
            refusal = null;
            preference = null;
            required = null;
        }
        sentences.add(new Sentence(
                from,
                to,
                said,
                place(),
                rank != NONE,
                heading || refuses,
                required != null && rank != NONE,
                alternatives(said),
                refusal(said, refuses),
                prefers ? said : preference == null ? null : preference.told));
        if (offersChoice) {
            choice = new Listing<>(new Alternatives(sentences.size(), shortened(said), howMany(said)), rank);
        }
        if (refuses) {
            refusal = new Listing<>(said, rank);
            refusedInLine = false;
        }
        if (heading && !refuses && !prefers && !offersChoice && words.together().isIn(said)) {
            required = new Listing<>(said, rank);
        }
        if (prefers && heading) {
            choice = null;
            preference = new Listing<>(said, rank);
        }
    }

    private @Nullable String refusal(String said, boolean refuses) {
        if (refuses || words.refused().isIn(said)) {
            return said;
        }
        return refusal == null ? null : refusal.told;
    }

    /** Of 符合下列条件中的两项; null where one is enough, or all are needed. */
    private @Nullable Integer howMany(String heading) {
        Matcher several = words.several().in(heading);
        if (several == null) {
            return null;
        }
        int count = Numerals.read(several.group("count").replace('两', '二'), "").intValue();
        return count > 1 ? count : null;
    }

    private static String shortened(String heading) {
        return heading.length() <= 500 ? heading : heading.substring(0, 500);
    }

    private int rankAt(int from, int to) {
        for (int rank = 0; rank < NONE; rank++) {
            if (NUMBERS.get(rank).matcher(text).region(from, to).lookingAt()) {
                return rank;
            }
        }
        return NONE;
    }

    private void numbered(int rank, String number) {
        if (rank <= ARTICLE) {
            article = rank == ARTICLE ? number : null;
        } else {
            items[rank] = number;
        }
        Arrays.fill(items, rank <= ARTICLE ? 0 : rank + 1, NONE, null);
    }

    private String place() {
        String item = Arrays.stream(items).filter(Objects::nonNull).collect(Collectors.joining());
        if (article == null && item.isEmpty()) {
            return "第 " + paragraph + " 段";
        }
        return (article == null ? "" : article) + item.replaceFirst("[、.．]$", "");
    }

    /** What begins with 或 is another way to meet what stood before it. */
    private @Nullable Alternatives alternatives(String said) {
        if (choice != null) {
            return choice.told;
        }
        if (!said.startsWith("或") || sentences.isEmpty()) {
            return null;
        }
        int last = sentences.size() - 1;
        Sentence before = sentences.get(last);
        Alternatives both =
                before.alternatives() == null ? new Alternatives(sentences.size(), null, null) : before.alternatives();
        sentences.set(last, before.among(both));
        return both;
    }
}
