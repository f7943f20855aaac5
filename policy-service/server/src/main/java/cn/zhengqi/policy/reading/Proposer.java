package cn.zhengqi.policy.reading;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.reading.Proposal.Alternatives;
import cn.zhengqi.policy.reading.Proposal.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Proposes conditions for the sentences of a document that state some. It goes by words alone ({@link Vocabulary}): the same text gives the same
 * proposals, each says by which words, and what it cannot read it says to be for a person.
 */
public final class Proposer {

    /** Some thirty pages; who has more takes the part that states the conditions. */
    public static final int MOST_CHARACTERS = 40_000;

    /** More is nothing that a person would go through at once: who has more is told so, and takes the rest of the text after these. */
    public static final int MOST = 200;

    private static final int SHORTEST = 6;
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Vocabulary vocabulary;
    private final NumberReading numbers;
    private final WordReading words;

    public Proposer(FactDictionary facts) {
        vocabulary = Vocabulary.of(facts);
        numbers = new NumberReading(vocabulary);
        words = new WordReading(vocabulary);
    }

    /**
     * What was proposed.
     *
     * @param items the first of them, as many as a person goes through
     * @param found how many there are; those that are not among the items have to be looked for in the rest of the text
     */
    public record Proposed(List<Proposal> items, int found) {}

    /** @param title of the document, which may say of which qualification a score is */
    Proposed proposed(@Nullable String title, String text) {
        List<Proposal> all = propose(title, text);
        return new Proposed(all.subList(0, Math.min(MOST, all.size())), all.size());
    }

    /** All of them. */
    public List<Proposal> propose(@Nullable String title, String text) {
        List<Proposal> proposals = new ArrayList<>();
        Finding before = null;
        int place = 0;
        for (Sentence sentence : Passages.of(text, vocabulary.words())) {
            place++;
            if (isTitle(sentence)) {
                continue;
            }
            NumberReading.Read read = numbers.in(sentence, title, before);
            List<Finding> findings = new ArrayList<>(read.findings());
            if (!sentence.heading()) {
                findings.addAll(words.in(sentence, read));
            }
            Alternatives choice = choice(sentence, findings, place);
            findings.forEach(
                    finding -> proposals.add(proposal(proposals.size() + 1, sentence, finding, read.unread(), choice)));
            if (findings.isEmpty() && looksLikeOne(sentence, read)) {
                proposals.add(forAPerson(proposals.size() + 1, sentence, read));
            }
            if (!read.findings().isEmpty()) {
                before = read.findings().getLast();
            }
        }
        return proposals;
    }

    /** What the document is called, above it and in it, asks for nothing. */
    private boolean isTitle(Sentence sentence) {
        return !sentence.item() && vocabulary.words().titles().isIn(sentence.text());
    }

    /** With which others the conditions of a sentence stand in a choice: as its paragraph says, or because 或 stands between all of them. */
    private static @Nullable Alternatives choice(Sentence sentence, List<Finding> findings, int place) {
        if (sentence.alternatives() != null || sentence.heading() || findings.size() < 2) {
            return sentence.alternatives();
        }
        List<Finding> inOrder =
                findings.stream().sorted(Comparator.comparingInt(Finding::from)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            int end = inOrder.get(i - 1).to();
            int begin = inOrder.get(i).from();
            if (begin <= end || !sentence.text().substring(end, begin).contains("或")) {
                return null;
            }
        }
        // A choice of several sentences has the place of its first, which is in that choice then.
        return new Alternatives(place, null);
    }

    private static Proposal proposal(
            int number, Sentence sentence, Finding finding, List<Quantity> unread, @Nullable Alternatives choice) {
        List<String> why = new ArrayList<>(finding.why());
        if (finding.applies() != null) {
            why.add("只适用于：" + finding.applies().label());
        }
        if (!unread.isEmpty()) {
            why.add("句中还有未能识别的数值：" + told(unread));
        }
        return new Proposal(
                number,
                sentence.from(),
                sentence.to(),
                sentence.place(),
                Json.MAPPER.convertValue(comparison(sentence, finding), TREE),
                why,
                finding.clear() && unread.isEmpty() ? Certainty.CLEAR : Certainty.CHECK,
                choice,
                finding.applies());
    }

    private static Comparison comparison(Sentence sentence, Finding finding) {
        return new Comparison(
                null,
                finding.fact().name(),
                finding.op(),
                finding.value(),
                finding.fact().unit(),
                new Clause(shortened(sentence.text()), sentence.place(), true),
                null);
    }

    /** As long as a clause may be in a tree. */
    private static String shortened(String text) {
        return text.length() <= 2_000 ? text : text.substring(0, 2_000);
    }

    private boolean looksLikeOne(Sentence sentence, NumberReading.Read read) {
        return !sentence.heading()
                && sentence.text().length() >= SHORTEST
                && !vocabulary.words().benefit().isIn(sentence.text())
                && (!read.unread().isEmpty() || vocabulary.words().manual().isIn(sentence.text()));
    }

    private static Proposal forAPerson(int number, Sentence sentence, NumberReading.Read read) {
        return new Proposal(
                number,
                sentence.from(),
                sentence.to(),
                sentence.place(),
                null,
                List.of(read.unread().isEmpty() ? "像是条件，但没有识别出对应的指标" : "没有识别出这些数值对应的指标：" + told(read.unread())),
                Certainty.MANUAL,
                sentence.alternatives(),
                null);
    }

    private static String told(List<Quantity> quantities) {
        return quantities.stream().limit(10).map(one -> "“" + one.words() + "”").collect(Collectors.joining("、"));
    }
}
