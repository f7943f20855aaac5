package cn.zhengqi.matching.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 大中小微 by industry, 国统字〔2017〕213号: a size needs all lower limits of its row, otherwise it is one step down. An unknown
 * indicator, or an industry code that is not specific enough, leaves several sizes possible.
 */
final class SizeClasses {

    /** From the least to the greatest; a set of sizes is a bit mask over these. */
    static final List<String> SIZES = List.of("微型", "小型", "中型", "大型");

    static final int ANY_SIZE = 0b1111;

    private static final String FALLBACK = "其他未列明行业";
    private static final Map<String, String> FACT_OF_INDICATOR =
            Map.of("从业人员", "employees", "营业收入", "revenue", "资产总额", "totalAssets");

    /** More than the standard has, and a limit to what made-up codes can fill. */
    private static final int MOST_CODES = 4_000;

    private final Map<String, List<Row>> rowsOfCode = new ConcurrentHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Row fallback;

    private record Row(String industry, List<String> codes, List<Indicator> indicators) {}

    private record Indicator(String fact, double small, double medium, double large) {

        int level(double value) {
            return value >= large ? 3 : value >= medium ? 2 : value >= small ? 1 : 0;
        }
    }

    private SizeClasses(JsonNode document) {
        Row other = null;
        for (JsonNode entry : document.path("industries")) {
            List<String> codes = new ArrayList<>();
            entry.path("gbt4754").forEach(code -> codes.add(code.asString()));
            List<Indicator> indicators = new ArrayList<>();
            for (JsonNode indicator : entry.path("indicators")) {
                String name = indicator.path("name").asString();
                String fact = FACT_OF_INDICATOR.get(name);
                if (fact == null) {
                    throw new IllegalArgumentException("No fact is known for the indicator " + name);
                }
                indicators.add(new Indicator(
                        fact,
                        indicator.path("small").asDouble(),
                        indicator.path("medium").asDouble(),
                        indicator.path("large").asDouble()));
            }
            Row row = new Row(entry.path("industry").asString(), codes, indicators);
            if (row.industry().equals(FALLBACK)) {
                other = row;
            } else {
                rows.add(row);
            }
        }
        if (other == null) {
            throw new IllegalArgumentException("The size table has no row " + FALLBACK);
        }
        fallback = other;
    }

    static SizeClasses standard() {
        return Standard.CLASSES;
    }

    /**
     * The sizes that remain possible, as a mask over {@link #SIZES}.
     *
     * @param code industry code, empty when unknown
     * @param employees people, NaN when unknown; likewise the others, in 万元
     */
    int possible(String code, double employees, double revenue, double assets) {
        int mask = 0;
        for (Row row : candidates(code)) {
            int level = 3;
            boolean open = false;
            for (Indicator indicator : row.indicators()) {
                double value = switch (indicator.fact()) {
                    case "employees" -> employees;
                    case "revenue" -> revenue;
                    default -> assets;
                };
                if (Double.isNaN(value)) {
                    open = true;
                } else {
                    level = Math.min(level, indicator.level(value));
                }
            }
            mask |= open ? (1 << (level + 1)) - 1 : 1 << level;
        }
        return mask;
    }

    /** The given facts on which the size depends for this industry. */
    Set<String> inputs(String code) {
        Set<String> facts = new LinkedHashSet<>();
        candidates(code).forEach(row -> row.indicators().forEach(indicator -> facts.add(indicator.fact())));
        return facts;
    }

    private List<Row> candidates(String code) {
        List<Row> known = rowsOfCode.get(code);
        if (known == null) {
            known = find(code);
            if (rowsOfCode.size() < MOST_CODES) {
                rowsOfCode.put(code, known);
            }
        }
        return known;
    }

    private List<Row> find(String code) {
        Row best = null;
        int bestLength = 0;
        List<Row> finer = new ArrayList<>();
        for (Row row : rows) {
            for (String prefix : row.codes()) {
                if (code.startsWith(prefix)) {
                    if (prefix.length() > bestLength) {
                        best = row;
                        bestLength = prefix.length();
                    }
                } else if (prefix.startsWith(code) && !finer.contains(row)) {
                    finer.add(row);
                }
            }
        }
        if (best != null && !finer.contains(best)) {
            finer.add(best);
        }
        if (best == null) {
            finer.add(fallback);
        }
        return finer;
    }

    private static final class Standard {

        private static final SizeClasses CLASSES = load();

        private static SizeClasses load() {
            try (InputStream in = SizeClasses.class.getResourceAsStream("/reference/sme_size_thresholds.json")) {
                if (in == null) {
                    throw new IllegalStateException("sme_size_thresholds.json is not on the class path");
                }
                return new SizeClasses(JsonMapper.builder().build().readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
