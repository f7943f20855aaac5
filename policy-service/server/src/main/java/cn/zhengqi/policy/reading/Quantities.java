package cn.zhengqi.policy.reading;

import cn.zhengqi.matching.api.criteria.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a sentence: 不低于5%, 2亿元以上, 50%（不含）以上, 5000万元至2亿元, 前3, 2024-01-01后. */
final class Quantities {

    private static final String NUMBER =
            "(?:(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)(?:\\.\\d+)?" + "|[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?)";
    private static final String SCALE = "[百千万亿]{1,2}";
    private static final String UNIT = "元|％|%|个百分点|个工作日|周年|个月|周岁|平方米|人|名|位|年|月|天|日|项|件|个|分|岁|家|倍|户|亩";
    private static final String INCLUDING = "[（(](?:不含|含)[^）)]{0,12}[）)]";

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})日?(及?以?后|之后|起|以来|及?以?前|之前)?");
    private static final Pattern RANK = Pattern.compile("前(" + NUMBER + ")(?:名|位)?(?![年个月天日周\\d批次期季])");
    private static final Pattern PERCENT = Pattern.compile("百分之(" + NUMBER + ")");
    private static final Pattern BRACKETS = Pattern.compile("[（(][^（()）]*[）)]");

    /** After these a number only counts: 第三条, 〔2023〕7号. */
    private static final String ORDINAL = "第〔[号Ⅰ";

    private static final int FIRST_CALENDAR_YEAR = 1900;

    private final Map<String, Operator> operators = new HashMap<>();
    private final Pattern compared;

    Quantities(Vocabulary.Words words) {
        String prefix = alternatives(words.comparisons());
        String ending = alternatives(words.endings());
        compared = Pattern.compile("(?<prefix>" + prefix + ")?\\s*(?:人民币)?"
                + "(?:(?<low>" + NUMBER + ")(?<lowScale>" + SCALE + ")?(?<lowUnit>" + UNIT + ")?(?<lowIncluding>"
                + INCLUDING + ")?\\s*(?:至|到|-|—|–|－|~|～)\\s*)?"
                + "(?<number>" + NUMBER + ")(?<scale>" + SCALE + ")?\\s*(?<unit>" + UNIT + ")?(?<including>" + INCLUDING
                + ")?(?<ending>" + ending + ")?(?<after>" + INCLUDING + ")?");
    }

    private String alternatives(Map<String, List<String>> words) {
        words.forEach((symbol, all) -> all.forEach(word -> operators.put(word, Operator.of(symbol))));
        return words.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** In the order of the sentence. */
    List<Quantity> in(String sentence) {
        List<Quantity> found = new ArrayList<>();
        boolean[] taken = new boolean[sentence.length()];
        boolean[] bracketed = new boolean[sentence.length()];
        for (Matcher brackets = BRACKETS.matcher(sentence); brackets.find(); ) {
            mark(bracketed, brackets.start(), brackets.end());
        }
        // 百分之十 is written as the others are, so that one pattern reads both; the places stay the same.
        String text = percents(sentence);
        days(text, found, taken, bracketed);
        ranks(text, found, taken, bracketed);
        for (Matcher one = compared.matcher(text); one.find(); ) {
            if (!any(taken, one.start(), one.end())) {
                Quantity read = read(one, text, sentence, bracketed[one.start("number")]);
                if (read != null) {
                    found.add(read);
                    mark(taken, one.start(), one.end());
                }
            }
        }
        found.sort(Comparator.comparing(Quantity::from));
        return found;
    }

    private static String percents(String sentence) {
        return PERCENT.matcher(sentence)
                .replaceAll(one -> " ".repeat(2) + Matcher.quoteReplacement(one.group(1)) + "%");
    }

    private static void days(String text, List<Quantity> found, boolean[] taken, boolean[] bracketed) {
        for (Matcher one = DAY.matcher(text); one.find(); ) {
            mark(taken, one.start(), one.end());
            String side = Objects.requireNonNullElse(one.group(4), "");
            Operator op = side.isEmpty() ? null : side.contains("前") ? Operator.AT_MOST : Operator.AT_LEAST;
            try {
                LocalDate day = LocalDate.of(number(one.group(1)), number(one.group(2)), number(one.group(3)));
                found.add(new Quantity(
                        one.start(),
                        one.end(),
                        one.group(),
                        Measure.DAY,
                        "",
                        null,
                        true,
                        BigDecimal.ZERO,
                        true,
                        op,
                        day,
                        bracketed[one.start()]));
            } catch (DateTimeException notADay) {
                // 2024.13.40 is no day, and nothing else either.
            }
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static void ranks(String text, List<Quantity> found, boolean[] taken, boolean[] bracketed) {
        for (Matcher one = RANK.matcher(text); one.find(); ) {
            if (any(taken, one.start(), one.end())) {
                continue;
            }
            mark(taken, one.start(), one.end());
            found.add(new Quantity(
                    one.start(),
                    one.end(),
                    one.group(),
                    Measure.RANK,
                    "名",
                    null,
                    true,
                    Numerals.read(one.group(1), ""),
                    true,
                    Operator.AT_MOST,
                    null,
                    bracketed[one.start()]));
        }
    }

    private @Nullable Quantity read(Matcher one, String text, String sentence, boolean bracketed) {
        String prefix = one.group("prefix");
        String scale = Objects.requireNonNullElse(one.group("scale"), "");
        String unit = one.group("unit");
        int before = one.start() - 1;
        boolean counts = before >= 0 && ORDINAL.indexOf(text.charAt(before)) >= 0;
        if (counts || (unit == null && scale.isEmpty() && prefix == null)) {
            return null;
        }
        BigDecimal number = Numerals.read(one.group("number"), scale);
        if ("年".equals(unit) && prefix == null && number.intValue() >= FIRST_CALENDAR_YEAR) {
            return null;
        }
        String written = unit == null && !scale.isEmpty() ? "元" : unit;
        BigDecimal low = null;
        if (one.group("low") != null) {
            String lowScale = one.group("lowScale");
            // 5000-6000万元 says 万 once; 5000万元-1亿元 twice.
            String itsScale = lowScale != null ? lowScale : one.group("lowUnit") == null ? scale : "";
            low = Numerals.read(one.group("low"), itsScale);
        }
        return new Quantity(
                one.start(),
                one.end(),
                sentence.substring(Math.min(one.start(), sentence.length()), Math.min(one.end(), sentence.length()))
                        .strip(),
                written == null ? Measure.PLAIN : Measure.ofWord(written),
                inOneWord(Objects.requireNonNullElse(written, "")),
                low,
                !excludes(one.group("lowIncluding")),
                number,
                !excludes(one.group("including")) && !excludes(one.group("after")),
                low == null ? operator(one, prefix) : Operator.BETWEEN,
                null,
                bracketed);
    }

    private static boolean excludes(@Nullable String words) {
        return words != null && words.contains("不含");
    }

    private @Nullable Operator operator(Matcher one, @Nullable String prefix) {
        String ending = one.group("ending");
        Operator op = operators.get(Objects.requireNonNullElse(prefix == null ? ending : prefix, ""));
        if (op == null) {
            return null;
        }
        boolean excluded = excludes(one.group("including")) || excludes(one.group("after"));
        boolean included = !excluded && (one.group("including") != null || one.group("after") != null);
        return switch (op) {
            case AT_LEAST -> excluded ? Operator.MORE_THAN : op;
            case AT_MOST -> excluded ? Operator.LESS_THAN : op;
            case MORE_THAN -> included ? Operator.AT_LEAST : op;
            case LESS_THAN -> included ? Operator.AT_MOST : op;
            default -> op;
        };
    }

    private static String inOneWord(String unit) {
        return switch (unit) {
            case "个月" -> "月";
            case "周年" -> "年";
            case "日" -> "天";
            case "周岁" -> "岁";
            default -> unit;
        };
    }

    private static void mark(boolean[] taken, int from, int to) {
        for (int at = from; at < to; at++) {
            taken[at] = true;
        }
    }

    private static boolean any(boolean[] taken, int from, int to) {
        for (int at = from; at < to; at++) {
            if (taken[at]) {
                return true;
            }
        }
        return false;
    }
}
