package cn.zhengqi.matching.engine;

import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.Formula;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one enterprise on one day, one slot per fact of the dictionary. A numeric fact is an interval: a point
 * when known, the whole line when unknown, and in between where bounds follow from what is known. Yes/no is 1/0, a date the
 * day number. Immutable.
 */
public final class FactVector {

    private final FactDictionary dictionary;
    private final LocalDate asOf;
    final long day;
    private final Map<String, ?> given;
    final double[] low;
    final double[] high;
    final @Nullable Object[] text;
    private final long[] known;
    /** Not known, but not everything is possible either. */
    private final long[] bounded;

    private static final int MOST_READERS = 16;
    private static final Cache<FactDictionary, Reader> READERS =
            Caffeine.newBuilder().maximumSize(MOST_READERS).build();

    /** Nearly all ask by one dictionary for as long as it is in force. */
    private static final AtomicReference<Reader> LATEST = new AtomicReference<>(new Reader(FactDictionary.standard()));

    /** One of which nothing has been read yet. */
    FactVector(FactDictionary dictionary, Map<String, ?> given, LocalDate asOf) {
        int size = dictionary.facts().size();
        this.dictionary = dictionary;
        this.asOf = asOf;
        this.day = asOf.toEpochDay();
        this.given = given;
        low = new double[size];
        high = new double[size];
        text = new Object[size];
        known = new long[(size + 63) >>> 6];
        bounded = new long[known.length];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
    }

    /**
     * Reads the given facts and computes the derived ones.
     *
     * @param given by name: numbers, booleans, strings, ISO dates, lists; null, absent or of a wrong type = not known
     * @param asOf the day for which ages are computed and rules are chosen
     */
    public static FactVector of(FactDictionary dictionary, Map<String, ?> given, LocalDate asOf) {
        return reader(dictionary).read(given, asOf, false);
    }

    /** The same of an enterprise that somebody makes up: a derived fact that is given is as it is given, and only the others are computed. */
    public static FactVector ofCase(FactDictionary dictionary, Map<String, ?> given, LocalDate asOf) {
        return reader(dictionary).read(given, asOf, true);
    }

    private static Reader reader(FactDictionary dictionary) {
        Reader reader = LATEST.get();
        if (reader.dictionary != dictionary) {
            reader = READERS.get(dictionary, Reader::new);
            LATEST.set(reader);
        }
        return reader;
    }

    /** The same, as it is read by a dictionary: itself by that of which it is. */
    FactVector readBy(FactDictionary other) {
        return other == dictionary ? this : of(other, given, asOf);
    }

    /** What a formula comes to that no fact has, NaN while that is not known. */
    public double value(Formula formula) {
        return reader(dictionary).formulas.value(this, formula);
    }

    /** What has to be known of a dictionary to read facts quickly: as much work as there is told, not as there are facts. */
    private static final class Reader {

        private final FactDictionary dictionary;
        private final FactDefinition[] facts;
        private final Map<String, Integer> slots = new HashMap<>();
        private final int[] withDefault;
        private final KnownBounds bounds;
        private final Formulas formulas;

        Reader(FactDictionary dictionary) {
            this.dictionary = dictionary;
            facts = dictionary.facts().toArray(FactDefinition[]::new);
            for (int slot = 0; slot < facts.length; slot++) {
                slots.put(facts[slot].name(), slot);
            }
            withDefault = IntStream.range(0, facts.length)
                    .filter(slot -> facts[slot].defaultValue() != null)
                    .toArray();
            bounds = new KnownBounds(dictionary);
            formulas = new Formulas(dictionary);
        }

        FactVector read(Map<String, ?> given, LocalDate asOf, boolean derivedToo) {
            FactVector vector = new FactVector(dictionary, given, asOf);
            long[] told = new long[vector.known.length];
            given.forEach((name, value) -> {
                Integer slot = slots.get(name);
                if (slot != null && value != null) {
                    FactDefinition fact = facts[slot];
                    if (derivedToo || !fact.derived()) {
                        vector.read(slot, fact, value);
                    }
                    if (isSomeYear(fact, value)) {
                        mark(fact.readAsNewest() ? told : vector.known, slot);
                    }
                }
            });
            for (int slot : withDefault) {
                FactDefinition fact = facts[slot];
                if ((derivedToo || !fact.derived()) && given.get(fact.name()) == null) {
                    vector.read(slot, fact, Objects.requireNonNull(fact.defaultValue()));
                }
            }
            bounds.find(vector);
            if (derivedToo) {
                formulas.computeOthers(vector);
            } else {
                formulas.compute(vector, alsoTold(vector, told));
            }
            for (int slot = 0; slot < facts.length; slot++) {
                if (vector.isKnown(slot, facts[slot])) {
                    mark(vector.known, slot);
                } else if (vector.isBounded(slot)) {
                    mark(vector.bounded, slot);
                }
            }
            return vector;
        }

        /** Slots of which something is said before anything is computed; of figures by year an older one may be all. */
        private long[] alsoTold(FactVector vector, long[] told) {
            for (int slot = 0; slot < facts.length; slot++) {
                if (vector.known(slot) || vector.isBounded(slot)) {
                    mark(told, slot);
                }
            }
            return told;
        }

        private static void mark(long[] bits, int slot) {
            bits[slot >>> 6] |= 1L << (slot & 63);
        }

        private static boolean isSomeYear(FactDefinition fact, Object value) {
            return fact.kind() == FactKind.YEARS
                    && value instanceof List<?> list
                    && list.stream().anyMatch(Number.class::isInstance);
        }
    }

    public LocalDate asOf() {
        return asOf;
    }

    public FactDictionary dictionary() {
        return dictionary;
    }

    /** A fact's value as it was given; null when it was not. */
    public @Nullable Object given(String name) {
        return given.get(dictionary.get(name).name());
    }

    public boolean known(String name) {
        return known(dictionary.slot(name));
    }

    boolean known(int slot) {
        return (known[slot >>> 6] & (1L << (slot & 63))) != 0;
    }

    /** How many of the slots in a bit set, which starts at a place of an array, are known. */
    int knownAmong(long[] bits, int start) {
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            count += Long.bitCount(bits[start + i] & known[i]);
        }
        return count;
    }

    /** A numeric fact, NaN while it is not known. */
    public double number(String name) {
        return number(dictionary.slot(name));
    }

    double number(int slot) {
        return low[slot] == high[slot] ? low[slot] : Double.NaN;
    }

    /** A text fact (choice or code), null while it is not known. */
    public @Nullable String text(String name) {
        return single(dictionary.slot(name));
    }

    @Nullable
    String single(int slot) {
        return text[slot] instanceof String single ? single : null;
    }

    /** 大型, 中型, 小型 or 微型; null while it is not decided. */
    public @Nullable String size() {
        return text("enterpriseSize");
    }

    /** The facts an enterprise could fill in that keep this one from being known. */
    public Set<String> missing(String name) {
        FactDefinition fact = dictionary.get(name);
        FactDefinition.Ratio ratio = fact.ratio();
        if (fact.derived() && ratio != null && ratio.of() != null) {
            // Of figures by year a ratio needs some years only, and its two parts know which.
            Set<String> missing = new LinkedHashSet<>();
            for (String part : List.of(ratio.of(), ratio.to())) {
                if (!known(part)) {
                    missing.addAll(missing(part));
                }
            }
            // A part may rest on more than the ratio does, as the sum of three years on the day of the foundation.
            missing.retainAll(dictionary.basis(fact.name()));
            if (!missing.isEmpty()) {
                return missing;
            }
        }
        Set<String> basis = fact.name().equals("enterpriseSize") ? basisOfSize() : dictionary.basis(fact.name());
        Set<String> missing = new LinkedHashSet<>();
        for (String input : basis) {
            if (!filledIn(input)) {
                missing.add(input);
            }
        }
        return missing.isEmpty() ? basis : missing;
    }

    /** In some industries not all figures matter. */
    private Set<String> basisOfSize() {
        String code = text("industryCode");
        Set<String> relevant = SizeClasses.standard().inputs(code == null ? "" : code);
        Set<String> basis = new LinkedHashSet<>(dictionary.basis("enterpriseSize"));
        basis.removeIf(input -> !input.equals("industryCode") && !relevant.contains(input));
        return basis;
    }

    private boolean filledIn(String name) {
        Object value = given.get(name);
        if (value instanceof List<?> list && dictionary.get(name).kind() == FactKind.YEARS) {
            Integer years = dictionary.get(name).years();
            return list.size() >= (years == null ? 1 : years) && list.stream().allMatch(Objects::nonNull);
        }
        return value != null;
    }

    /** Of the slots in such a bit set those that are bounded: one word of it. */
    long boundedAmong(long bits, int word) {
        return bits & bounded[word];
    }

    boolean isBounded(int slot) {
        return low[slot] != Double.NEGATIVE_INFINITY || high[slot] != Double.POSITIVE_INFINITY || text[slot] != null;
    }

    private boolean isKnown(int slot, FactDefinition fact) {
        return switch (fact.kind()) {
            case NUMBER, INTEGER, BOOLEAN, DATE -> low[slot] == high[slot];
            case TEXT, CHOICE -> text[slot] instanceof String;
            case MULTI_CHOICE -> text[slot] != null;
            case YEARS -> fact.readAsNewest() ? low[slot] == high[slot] : known(slot);
        };
    }

    private void read(int slot, FactDefinition fact, Object value) {
        switch (fact.kind()) {
            case NUMBER, INTEGER -> {
                if (value instanceof Number number) {
                    point(slot, number.doubleValue());
                }
            }
            case BOOLEAN -> {
                if (value instanceof Boolean flag) {
                    point(slot, flag ? 1 : 0);
                }
            }
            case DATE -> {
                LocalDate day = day(value);
                if (day != null) {
                    point(slot, day.toEpochDay());
                }
            }
            case TEXT -> {
                if (value instanceof String code && !code.isBlank()) {
                    boolean industry = fact.name().equals("industryCode");
                    text[slot] = industry ? Words.code(code) : code.strip();
                } else if (value instanceof Number number) {
                    text[slot] = number.toString();
                }
            }
            case CHOICE -> {
                if (value instanceof String choice && !choice.isBlank()) {
                    text[slot] = Words.normal(choice);
                }
            }
            case MULTI_CHOICE -> {
                if (value instanceof List<?> list) {
                    text[slot] = list.stream()
                            .filter(String.class::isInstance)
                            .map(item -> Words.normal((String) item))
                            .toArray(String[]::new);
                }
            }
            case YEARS -> {
                if (fact.readAsNewest()) {
                    point(slot, year(value, 0));
                }
            }
        }
    }

    /** The day that a fact's value is; null where it is none. */
    public static @Nullable LocalDate day(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        if (value instanceof String text) {
            String iso = text.strip();
            try {
                return isPlainDay(iso) ? plainDay(iso) : LocalDate.parse(iso);
            } catch (DateTimeException e) {
                return null;
            }
        }
        return null;
    }

    /** Such as 2026-03-15: nearly all days are, and a parser for every form of them takes ten times as long. */
    private static boolean isPlainDay(String iso) {
        if (iso.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = iso.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static LocalDate plainDay(String iso) {
        return LocalDate.of(
                Integer.parseInt(iso, 0, 4, 10), Integer.parseInt(iso, 5, 7, 10), Integer.parseInt(iso, 8, 10, 10));
    }

    void point(int slot, double value) {
        if (!Double.isNaN(value)) {
            low[slot] = value;
            high[slot] = value;
        }
    }

    void between(int slot, double from, double to) {
        low[slot] = from;
        high[slot] = to;
    }

    /** One year of a YEARS fact, NaN when not known. */
    double year(String name, int index) {
        return year(given.get(name), index);
    }

    private static double year(@Nullable Object value, int index) {
        if (value instanceof List<?> list) {
            return index < list.size() && list.get(index) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return index == 0 && value instanceof Number newest ? newest.doubleValue() : Double.NaN;
    }

    /** Years since a day: whole ones, and the part of the year since the last anniversary. */
    static double yearsBetween(LocalDate from, LocalDate to) {
        long whole = ChronoUnit.YEARS.between(from, to);
        LocalDate anniversary = from.plusYears(whole);
        long days = ChronoUnit.DAYS.between(anniversary, to);
        long length = ChronoUnit.DAYS.between(anniversary, from.plusYears(whole + 1));
        return whole + (double) days / length;
    }
}
