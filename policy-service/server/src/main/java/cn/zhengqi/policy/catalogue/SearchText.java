package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.LikePattern;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words as they are compared: full-width and half-width forms, brackets, quotation marks and letter case make no
 * difference, so that "财税[2018]76号" finds 财税〔2018〕76号.
 */
public final class SearchText {

    private static final int MOST_TERMS = 8;
    private static final String ASKING = "我们|怎么|什么|哪些|哪里|可以|请问|有没有|[ 的吗呢吧了能是做有?？!！]";

    private SearchText() {}

    /** What a policy is found by. */
    public static String of(Stream<String> parts) {
        return parts.map(SearchText::normalise).collect(Collectors.joining(" "));
    }

    public static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\[\\]{}()<>〔〕【】《》〈〉「」『』“”\"'‘’]", "")
                .replaceAll("[\\s　、，。；;,·•]+", " ")
                .strip();
    }

    /** The terms a person typed; every one of them has to occur. */
    static List<String> terms(String typed) {
        return Arrays.stream(normalise(typed).split(" "))
                .filter(term -> !term.isEmpty())
                .distinct()
                .limit(MOST_TERMS)
                .toList();
    }

    /**
     * Whether they are looked for in the wording of documents: a word of two characters alone occurs in most of them, and no index finds it.
     */
    static boolean areOfDocuments(List<String> terms) {
        return terms.stream().anyMatch(term -> term.length() > 2);
    }

    /**
     * Neighbouring characters two by two, within words: how Chinese without blanks is compared loosely. The words with
     * which one asks are no part of what is asked for; nor do two digits say anything, which stand in every date and number.
     */
    static List<String> pairs(String normalised) {
        return Arrays.stream(normalised.split(ASKING))
                .flatMap(word -> IntStream.range(0, Math.max(0, word.length() - 1))
                        .mapToObj(start -> word.substring(start, start + 2)))
                .filter(pair -> pair.codePoints().anyMatch(Character::isLetter))
                .distinct()
                .toList();
    }

    /** For {@code like}: the wildcards lose their meaning. */
    static String pattern(String term) {
        return "%" + LikePattern.literal(term) + "%";
    }
}
