package cn.zhengqi.policy.reading;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.reading.Proposal.Alternatives;
import cn.zhengqi.policy.reading.Proposal.Certainty;
import cn.zhengqi.policy.reading.Proposal.Exclusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Whom a sentence may speak of before it says what it asks of them. */
    private static final Set<String> GROUPS = Set.of("industryCode", "industryTag", "enterpriseSize");

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Vocabulary vocabulary;
    private final NumberReading numbers;
    private final WordReading words;

    /** @param district code of the one whose documents say 本区 and 我区; empty: nobody's */
    public Proposer(FactDictionary facts, String district) {
        vocabulary = Vocabulary.of(facts, district);
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
        for (Sentence whole : Passages.of(text, vocabulary.words())) {
            place++;
            if (isTitle(whole)) {
                continue;
            }
            Unasked unasked = Unasked.in(whole, vocabulary.words());
            Sentence sentence = unasked.asking();
            NumberReading.Read read = numbers.in(sentence, title, before);
            List<Finding> findings = new ArrayList<>(read.findings());
            findings.addAll(sentence.heading() ? words.inHeading(sentence) : words.in(sentence, read));
            ofSomeOnly(findings);
            twice(findings);
            if (unasked.exclusion() != null) {
                findings.replaceAll(one -> one.doubted("同一句还写明了不能同享的政策，是否作为条件请核对"));
            }
            if (whole.refusal() != null && unasked.exclusion() == null) {
                if (!whole.heading()) {
                    proposals.add(refusing(proposals.size() + 1, whole, whole.refusal(), findings, read));
                }
                continue;
            }
            if (whole.prefers() && !whole.heading()) {
                findings.replaceAll(one -> one.doubted("同一句写有优先的情形，只用来排序、不是必须满足的请舍弃"));
            } else if (whole.preference() != null && unasked.exclusion() == null) {
                if (!whole.heading() && !findings.isEmpty()) {
                    proposals.add(preferring(proposals.size() + 1, whole, whole.preference()));
                }
                continue;
            }
            Alternatives choice = choice(sentence, findings, place);
            findings.forEach(
                    finding -> proposals.add(proposal(proposals.size() + 1, whole, finding, read.unread(), choice)));
            if (unasked.exclusion() != null) {
                proposals.add(excluding(proposals.size() + 1, whole, unasked.exclusion()));
            }
            if (findings.isEmpty() && looksLikeOne(sentence, read)) {
                proposals.add(unread(proposals.size() + 1, whole, read));
            }
            if (!read.findings().isEmpty()) {
                before = read.findings().getLast();
            }
        }
        return proposals.stream().map(one -> withLoneBand(one, proposals)).toList();
    }

    /** 制造业企业职工总数应当在20人以上 may ask it of those alone, and nothing of others. */
    private static void ofSomeOnly(List<Finding> findings) {
        findings.stream()
                .filter(one -> one.from() == 0 && GROUPS.contains(one.fact().name()))
                .findFirst()
                .ifPresent(group ->
                        findings.replaceAll(one -> GROUPS.contains(one.fact().name())
                                ? one
                                : one.doubted("句首写明了“" + group.fact().label() + "”，如只对这些企业要求，请改为分档或任一满足")));
    }

    /** 制造业不超过1000人，软件业不超过300人: of whom each is asked the sentence says, and nobody has read it. */
    private static void twice(List<Finding> findings) {
        List<Finding> asRead = List.copyOf(findings);
        findings.replaceAll(one -> one.applies() == null
                        && asRead.stream()
                                .anyMatch(other -> other.fact().equals(one.fact())
                                        && other.op() == one.op()
                                        && !other.value().equals(one.value()))
                ? one.doubted("同一句中对“" + one.fact().label() + "”有不同的要求，可能各对一部分企业，请核对")
                : one);
    }

    /** What is asked of one band leaves open what is asked of all others. */
    private static Proposal withLoneBand(Proposal one, List<Proposal> all) {
        return one.applies() == null
                        || all.stream().filter(one::standsInBandsWith).count() > 1
                ? one
                : one.doubted("其余企业如何要求没有写明，请补一档或另行确认");
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
        return new Alternatives(place, null, null);
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
                finding.applies(),
                under(sentence),
                null);
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
                && sentence.text().strip().length() >= SHORTEST
                && !vocabulary.words().benefit().isIn(sentence.text())
                && (!read.unread().isEmpty()
                        || sentence.listed()
                        || vocabulary.words().manual().isIn(sentence.text()));
    }

    private static Proposal unread(int number, Sentence sentence, NumberReading.Read read) {
        String why = read.unread().isEmpty() ? "像是条件，但没有识别出对应的指标" : "没有识别出这些数值对应的指标：" + told(read.unread());
        return forAPerson(number, sentence, List.of(why), sentence.alternatives(), null);
    }

    /** Who is as it says gets nothing, so what is asked is the contrary: of one comparison it is told, of several or of none a person says it. */
    private static Proposal refusing(
            int number, Sentence sentence, String refusal, List<Finding> findings, NumberReading.Read read) {
        Finding contrary = findings.size() == 1 ? findings.getFirst().contrary() : null;
        String begins = "原文写的是不予支持的情形（“" + begun(refusal) + "”），";
        return contrary == null
                ? forAPerson(number, sentence, List.of(begins + "请按相反的要求填写"), null, null)
                : proposal(number, sentence, contrary.doubted(begins + "已改为相反的要求，请核对"), read.unread(), null);
    }

    /** Who is not as it says qualifies all the same. */
    private static Proposal preferring(int number, Sentence sentence, String preference) {
        return forAPerson(
                number,
                sentence,
                List.of("原文写的是优先的情形（“" + begun(preference) + "”），不是必须满足的条件，请舍弃；确为申报条件的，请填写"),
                null,
                null);
    }

    private static String begun(String words) {
        return words.length() <= 60 ? words : words.substring(0, 60) + "…";
    }

    private static @Nullable String under(Sentence sentence) {
        String refusal = sentence.refusal();
        return refusal == null || refusal.equals(sentence.text()) || refusal.length() > 500
                ? null
                : refusal.replaceFirst("[：:]$", "");
    }

    /** It is entered with the document, by the number of the other policy, which its name in a text does not give. */
    private static Proposal excluding(int number, Sentence sentence, Exclusion exclusion) {
        String what = exclusion.named() == null ? "本句没有写明政策名称，同类政策有哪些请核对" : "本句写明的政策：" + exclusion.named();
        return forAPerson(
                number, sentence, List.of(what, "写的是哪些政策不能同享，不是对企业的条件；请填入“文件”页“不能同享的政策”，并填写对方的政策编号"), null, exclusion);
    }

    private static Proposal forAPerson(
            int number,
            Sentence sentence,
            List<String> why,
            @Nullable Alternatives choice,
            @Nullable Exclusion exclusion) {
        return new Proposal(
                number,
                sentence.from(),
                sentence.to(),
                sentence.place(),
                null,
                why,
                Certainty.MANUAL,
                choice,
                null,
                under(sentence),
                exclusion);
    }

    private static String told(List<Quantity> quantities) {
        return quantities.stream().limit(10).map(one -> "“" + one.words() + "”").collect(Collectors.joining("、"));
    }
}
