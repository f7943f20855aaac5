package cn.zhengqi.policy.reading;

import cn.zhengqi.policy.reading.Proposal.Alternatives;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a document.
 *
 * @param from where it begins in the text, after its number
 * @param item whether it begins with a number of its own
 * @param heading whether it only announces what follows
 * @param listed whether it is one of those that a heading says have all to be met (应当同时符合下列条件)
 * @param refusal the words that say that who is as told here gets nothing (有下列情形之一的，不予支持), in the sentence or above it
 * @param preference the words that say that who is as told here is only preferred to others (优先支持), in the sentence or above it
 */
record Sentence(
        int from,
        int to,
        String text,
        String place,
        boolean item,
        boolean heading,
        boolean listed,
        @Nullable Alternatives alternatives,
        @Nullable String refusal,
        @Nullable String preference) {

    private static final Pattern NAMED = Pattern.compile("《[^》]*(?:办法|通知|措施|意见|细则|方案|公告|规定|条例|计划)[^》]*》");

    /** The same place with other words, as many. */
    Sentence saying(String words) {
        return new Sentence(from, to, words, place, item, heading, listed, alternatives, refusal, preference);
    }

    /** The same, as one way of several. */
    Sentence among(Alternatives several) {
        return new Sentence(from, to, text, place, item, heading, listed, several, refusal, preference);
    }

    /** Whether it says itself, and no words above it, who comes first: then it may ask for something besides. */
    boolean prefers() {
        return text.equals(preference);
    }

    /** The text, as long as it is, with blanks for the names of documents: what those are called asks for nothing. Lists and fields that are named so are asked for. */
    String asking() {
        return asking(text);
    }

    static String asking(String text) {
        return NAMED.matcher(text).replaceAll(name -> "　".repeat(name.group().length()));
    }
}
