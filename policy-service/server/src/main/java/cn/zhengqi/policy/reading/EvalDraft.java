package cn.zhengqi.policy.reading;

import cn.zhengqi.data.Json;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Measures the proposals on policies whose conditions people have written down ({@code policies.jsonl}): each is given its title and the words of its conditions, a line each, and what
 * is proposed for a line is held against the fact, the comparison and the value that stand there.
 */
public final class EvalDraft {

    /** The words were made by these and by the labels of the dictionary; all others are the test. */
    static final Predicate<String> SEEN = policy -> policy.compareTo("N01") >= 0 && policy.compareTo("N25") <= 0;

    private final FactDictionary facts = FactDictionary.standard();
    private final Proposer proposer = new Proposer(FactDictionary.standard(), "");
    private final List<Row> rows = new ArrayList<>();

    /**
     * A condition as written down.
     *
     * @param right whether it was proposed exactly
     * @param proposed everything that was proposed for its words
     * @param extra proposals for its words that are not it
     */
    record Row(
            String policy,
            String text,
            String expected,
            String fact,
            boolean right,
            List<String> proposed,
            int extra) {}

    /** What came out for some of the rows. */
    record Figures(int expected, int right, int proposed) {

        static Figures of(Collection<Row> rows) {
            return new Figures(
                    rows.size(),
                    (int) rows.stream().filter(Row::right).count(),
                    rows.stream().mapToInt(row -> row.proposed().size()).sum());
        }

        /** Of the conditions, the share that was proposed rightly. */
        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }

        /** Of the proposals, the share that is a condition as written down. */
        double precision() {
            return proposed == 0 ? 1 : (double) right / proposed;
        }

        @Override
        public String toString() {
            return "%d of %d conditions (recall %.1f %%), %d proposals (precision %.1f %%)"
                    .formatted(right, expected, 100 * recall(), proposed, 100 * precision());
        }
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // What a library has to say is no figure.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        EvalDraft eval = new EvalDraft();
        eval.read(ReferenceFiles.lines("policies.jsonl"));
        eval.print(out);
        out.flush();
    }

    /** @param lines of {@code policies.jsonl} */
    void read(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                policy(Json.MAPPER.readTree(line));
            }
        }
    }

    private void policy(JsonNode policy) {
        List<JsonNode> criteria = policy.path("criteria").values().stream().toList();
        StringBuilder text = new StringBuilder();
        List<Integer> begins = new ArrayList<>();
        for (JsonNode criterion : criteria) {
            begins.add(text.length());
            text.append(criterion.path("text").asString().replace('\n', ' ')).append('\n');
        }
        List<Proposal> proposals = proposer.propose(policy.path("title").asString(), text.toString()).stream()
                .filter(one -> one.criterion() != null)
                .toList();
        for (int at = 0; at < criteria.size(); at++) {
            int from = begins.get(at);
            int to = at + 1 < criteria.size() ? begins.get(at + 1) : text.length();
            List<String> proposed = proposals.stream()
                    .filter(one -> one.from() >= from && one.from() < to)
                    .map(one -> told(Json.MAPPER.valueToTree(one.criterion()), "fact"))
                    .toList();
            JsonNode criterion = criteria.get(at);
            String expected = told(criterion, "field");
            rows.add(new Row(
                    policy.path("id").asString(),
                    criterion.path("text").asString(),
                    expected,
                    name(criterion.path("field").asString()),
                    proposed.contains(expected),
                    proposed,
                    (int) proposed.stream().filter(one -> !one.equals(expected)).count()));
        }
    }

    /** The same for what is the same: numbers by their value, lists without order, facts by their name. */
    private String told(JsonNode comparison, String fact) {
        return name(comparison.path(fact).asString()) + " "
                + comparison.path("op").asString() + " " + value(comparison.path("value"));
    }

    private String name(String field) {
        FactDefinition fact = facts.find(field);
        return fact == null ? field : fact.name();
    }

    private static String value(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "null";
        }
        if (value.isArray()) {
            return value.values().stream()
                    .map(EvalDraft::value)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
        }
        return value.isNumber()
                ? new BigDecimal(value.asString()).stripTrailingZeros().toPlainString()
                : value.asString();
    }

    List<Row> rows() {
        return rows;
    }

    Figures figures(Predicate<String> policies) {
        return Figures.of(
                rows.stream().filter(row -> policies.test(row.policy())).toList());
    }

    private void print(PrintStream out) {
        out.println("all policies:        " + figures(policy -> true));
        out.println("N01-N25 (words made by these): " + figures(SEEN));
        out.println("the others:                    " + figures(SEEN.negate()));
        out.println();
        out.println("by fact (right / conditions):");
        Map<String, List<Row>> byFact =
                rows.stream().collect(Collectors.groupingBy(Row::fact, TreeMap::new, Collectors.toList()));
        byFact.forEach(
                (fact, all) -> out.println("  " + fact + " " + Figures.of(all).right() + "/" + all.size()));
        out.println();
        out.println("not proposed as written down:");
        rows.stream().filter(row -> !row.right()).forEach(row -> told(out, row));
        out.println();
        out.println("proposed besides:");
        rows.stream().filter(row -> row.right() && row.extra() > 0).forEach(row -> told(out, row));
    }

    private static void told(PrintStream out, Row row) {
        out.println("  " + row.policy() + " " + row.text());
        out.println("      written down: " + row.expected());
        out.println(
                "      proposed:     " + (row.proposed().isEmpty() ? "nothing" : String.join("; ", row.proposed())));
    }
}
