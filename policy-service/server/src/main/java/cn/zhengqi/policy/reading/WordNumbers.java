package cn.zhengqi.policy.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The numbers that a word processor sets before paragraphs and does not write into their text: without them 第三条（二） would have no place. */
final class WordNumbers {

    static final WordNumbers NONE = new WordNumbers();

    private static final int LEVELS = 9;
    private static final String CHINESE = "零一二三四五六七八九";

    private final Map<String, Level[]> patterns = new HashMap<>();
    private final Map<String, String> patternOfList = new HashMap<>();
    private final Map<String, int[]> counted = new HashMap<>();

    /** How the numbers of a level look: {@code （%1）}, and with which figures. */
    private record Level(String format, String text, int start) {}

    private WordNumbers() {}

    static WordNumbers of(XMLStreamReader numbering) throws XMLStreamException {
        WordNumbers numbers = new WordNumbers();
        numbers.read(numbering);
        return numbers;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        String pattern = "";
        String list = "";
        int level = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String value = Objects.requireNonNullElse(attribute(xml, "val"), "");
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    pattern = Objects.requireNonNullElse(attribute(xml, "abstractNumId"), "");
                    patterns.put(pattern, new Level[LEVELS]);
                }
                case "lvl" -> {
                    level = Math.clamp(number(attribute(xml, "ilvl")), 0, LEVELS - 1);
                    set(pattern, level, new Level("decimal", "", 1));
                }
                case "start" -> change(pattern, level, it -> new Level(it.format(), it.text(), number(value)));
                case "numFmt" -> change(pattern, level, it -> new Level(value, it.text(), it.start()));
                case "lvlText" -> change(pattern, level, it -> new Level(it.format(), value, it.start()));
                case "num" -> {
                    // What follows belongs to a list, not to a pattern.
                    list = Objects.requireNonNullElse(attribute(xml, "numId"), "");
                    pattern = "";
                }
                case "abstractNumId" -> patternOfList.put(list, value);
                default -> {}
            }
        }
    }

    private interface Change {
        Level of(Level before);
    }

    private void change(String pattern, int level, Change change) {
        Level[] levels = patterns.get(pattern);
        if (levels != null && levels[level] != null) {
            levels[level] = change.of(levels[level]);
        }
    }

    private void set(String pattern, int level, Level to) {
        Level[] levels = patterns.get(pattern);
        if (levels != null) {
            levels[level] = to;
        }
    }

    /** The number of the next paragraph of a list; nothing where it has a dot or no number. */
    String next(String list, int level) {
        String pattern = patternOfList.getOrDefault(list, "");
        Level[] levels = patterns.get(pattern);
        int at = Math.clamp(level, 0, LEVELS - 1);
        if (levels == null || levels[at] == null || levels[at].format().equals("bullet")) {
            return "";
        }
        int[] counts = counted.computeIfAbsent(pattern, first -> new int[LEVELS]);
        counts[at]++;
        Arrays.fill(counts, at + 1, LEVELS, 0);
        String said = levels[at].text();
        for (int above = 0; above <= at; above++) {
            Level its = levels[above];
            if (its != null) {
                int number = Math.max(1, counts[above]) + its.start() - 1;
                said = said.replace("%" + (above + 1), figures(its.format(), number));
            }
        }
        return said;
    }

    private static String figures(String format, int number) {
        return format.startsWith("chinese") || format.startsWith("ideograph") || format.startsWith("japaneseCounting")
                ? chinese(number)
                : String.valueOf(number);
    }

    /** Up to 99; no document of the administration numbers further. */
    private static String chinese(int number) {
        if (number < 0 || number > 99) {
            return String.valueOf(number);
        }
        String tens = number < 10 ? "" : (number < 20 ? "" : digit(number / 10)) + "十";
        return tens + (number % 10 == 0 && number > 0 ? "" : digit(number % 10));
    }

    private static String digit(int digit) {
        return CHINESE.substring(digit, digit + 1);
    }

    private static int number(@Nullable String text) {
        return text == null || text.isBlank() ? 0 : Integer.parseInt(text);
    }

    /** By its name alone: the schema of the transitional form and that of the strict one have other addresses. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
