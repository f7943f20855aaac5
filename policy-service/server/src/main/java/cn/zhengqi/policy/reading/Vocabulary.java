package cn.zhengqi.policy.reading;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.criteria.Operator;
import cn.zhengqi.matching.api.criteria.Value;
import cn.zhengqi.matching.api.facts.FactDictionary;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which conditions are recognised, as data ({@code words.json}), with the names of industries and regions of the reference data, and of the facts that
 * somebody added to the dictionary.
 */
final class Vocabulary {

    private final FactDictionary facts;
    private final Words words;
    private final Map<String, List<String>> industries;
    private final Map<String, String> regions;

    private Vocabulary(
            FactDictionary facts, Words words, Map<String, List<String>> industries, Map<String, String> regions) {
        this.facts = facts;
        this.words = words;
        this.industries = industries;
        this.regions = regions;
    }

    /**
     * @param facts by which conditions are written: what nothing new may name is not recognised
     * @param district code of the one whose documents say 本区 and 我区; empty: nobody's
     */
    static Vocabulary of(FactDictionary facts, String district) {
        Words words = asWritten().of(facts);
        return new Vocabulary(facts, words, industries(words), divisions(words, district));
    }

    /** The file as it is, whatever the dictionary knows of. */
    static Words asWritten() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("words.json"))) {
            return Json.MAPPER.readValue(in, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> industries(Words words) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        rows("gbt4754_2017.tsv")
                .filter(row -> row[0].length() <= 3)
                .forEach(row -> all.putIfAbsent(row[1], List.of(row[0])));
        all.putAll(words.industries());
        return longestFirst(all);
    }

    private static Map<String, String> divisions(Words words, String district) {
        Map<String, String> all = new LinkedHashMap<>();
        if (!district.isEmpty()) {
            words.ownDistrict().forEach(name -> all.put(name, district));
        }
        rows("gbt2260.tsv").forEach(row -> all.put(row[1], row[0]));
        // What has four noughts is the province, which is asked for by its beginning.
        rows("divisions.tsv").forEach(row -> all.putIfAbsent(row[1], row[0].replaceFirst("0000$", "")));
        return longestFirst(all);
    }

    private static Stream<String[]> rows(String file) {
        return ReferenceFiles.lines(file).stream()
                .map(line -> line.split("\t"))
                .filter(row -> row.length > 1 && !row[0].equals("code"));
    }

    private static <T> Map<String, T> longestFirst(Map<String, T> names) {
        return names.entrySet().stream()
                .sorted(Comparator.comparing(one -> -one.getKey().length()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    FactDictionary facts() {
        return facts;
    }

    Words words() {
        return words;
    }

    Map<String, List<String>> industries() {
        return industries;
    }

    /** Each with the beginning of its code. */
    Map<String, String> regions() {
        return regions;
    }

    /** Under which names a choice stands in documents, longest first. */
    List<String> namesOf(String choice) {
        return words.names().getOrDefault(choice, List.of(choice)).stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /**
     * The file.
     *
     * @param comparisons words before a number, {@code endings} after it
     * @param context words by which a sentence that names something asks for it
     * @param manual words by which a sentence looks like a condition even where nothing in it can be read
     * @param benefit words of a sentence that tells what is granted; {@code granted}: right before a figure, which then is no condition
     * @param titles how the name of a document looks
     * @param purpose why a document is made, from the beginning of a sentence
     * @param exclusion by which a sentence says what cannot be had together; {@code exclusionBegins}: how what leads to it begins; {@code excluded}: patterns with what that is in the group {@code named}, the best first
     * @param preference by which a sentence says who comes first among those who qualify
     * @param alternatives after which one of what follows is enough; {@code several}: as many of it as its {@code count} says; {@code together}: all of it
     * @param names of choices, where documents write them otherwise than the dictionary
     * @param regionContext a pattern with the names at {0}; {@code regionSubject} one by which a sentence only speaks of a region; {@code registered} words by which a heading asks for one
     * @param ownDistrict how documents of a district call it
     */
    record Words(
            Map<String, List<String>> comparisons,
            Map<String, List<String>> endings,
            Phrase context,
            Phrase manual,
            Phrase benefit,
            Phrase granted,
            Phrase titles,
            Phrase purpose,
            Phrase exclusion,
            Phrase exclusionBegins,
            List<Phrase> excluded,
            Phrase refusal,
            Phrase refused,
            Phrase preference,
            Phrase alternatives,
            Phrase several,
            Phrase together,
            List<NumberRule> numbers,
            List<StatementRule> statements,
            RatingRule ratings,
            List<ChoiceRule> choices,
            Map<String, List<String>> names,
            Map<String, List<String>> industries,
            Phrase industryContext,
            Phrase excluding,
            String regionContext,
            String regionSubject,
            Phrase registered,
            List<String> ownDistrict) {

        /** What the file knows of, as far as it may be named, and what was added. */
        private Words of(FactDictionary facts) {
            AddedFacts added = new AddedFacts(facts);
            return new Words(
                    comparisons,
                    endings,
                    context,
                    manual,
                    benefit,
                    granted,
                    titles,
                    purpose,
                    exclusion,
                    exclusionBegins,
                    excluded,
                    refusal,
                    refused,
                    preference,
                    alternatives,
                    several,
                    together,
                    Stream.concat(
                                    numbers.stream()
                                            .filter(rule ->
                                                    !facts.get(rule.fact()).outOfUse()),
                                    added.numbers())
                            .toList(),
                    Stream.concat(
                                    statements.stream()
                                            .filter(rule ->
                                                    !facts.get(rule.fact()).outOfUse()),
                                    added.statements())
                            .toList(),
                    ratings,
                    choices.stream()
                            .filter(rule -> !facts.get(rule.fact()).outOfUse())
                            .toList(),
                    names,
                    industries,
                    industryContext,
                    excluding,
                    regionContext,
                    regionSubject,
                    registered,
                    ownDistrict);
        }
    }

    /**
     * A fact that numbers are held against.
     *
     * @param words all of them have to be there
     * @param not none of them may be there
     * @param title what the title of the document has to say besides
     * @param bare how it is compared where no word says so
     * @param divides whether others are asked for by bands of it
     */
    record NumberRule(
            String fact,
            List<Phrase> words,
            @Nullable Phrase not,
            @Nullable Phrase title,
            @Nullable Operator bare,
            boolean divides) {}

    /**
     * What words say without a number.
     *
     * @param weak whether the words alone are only a mention: the sentence has to ask for them
     */
    record StatementRule(
            String fact,
            Operator op,
            Value value,
            List<Phrase> words,
            @Nullable Phrase not,
            boolean weak) {}

    /** Letters of a rating. */
    record RatingRule(String fact, Phrase words, Phrase choice) {}

    /**
     * Choices of the dictionary that are named.
     *
     * @param op for one, {@code several} for more of them
     * @param pattern how they stand in a sentence, with all names at {0}; absent: wherever they are named
     */
    record ChoiceRule(
            String fact,
            Operator op,
            Operator several,
            @Nullable String pattern) {}

    /** A regular expression, in the file one text or several of which one is enough. */
    record Phrase(Pattern pattern) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Phrase of(Object json) {
            return new Phrase(Pattern.compile(
                    json instanceof List<?> several
                            ? several.stream().map(String::valueOf).collect(Collectors.joining("|"))
                            : String.valueOf(json)));
        }

        @Nullable
        Matcher in(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher : null;
        }

        boolean isIn(String text) {
            return in(text) != null;
        }
    }
}
