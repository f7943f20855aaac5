package cn.zhengqi.matching.eval;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.Comparison;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.FactCheck;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.Truth;
import cn.zhengqi.matching.reference.ReferenceRules;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads profiles (one JSON object a line: {@code id}, {@code asOf}, {@code profile}) and prints the outcome of every policy for
 * each, one JSON object a line: eligible, ineligible, unknown, or na where it does not apply to such an enterprise. Facts that cannot be are
 * reported on the error stream; what {@link FactCheck#soundAsWritten} leaves out of them counts as not known, the others are reckoned with as given.
 */
public final class EvalMatch {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final FactDictionary facts = FactDictionary.standard();
    private final RuleBook book = RuleBook.of(ReferenceRules.policies());
    private final FactCheck check = new FactCheck(facts);

    /** The answer for one profile; {@code size} is absent while it is not decided. */
    public record Outcomes(
            String id, LocalDate asOf, @Nullable String size, Map<String, String> outcomes) {}

    private record Line(String id, LocalDate asOf, Map<String, Object> profile) {}

    /** What is wrong with a line, for whoever wrote it. */
    private static final class BadLine extends Exception {
        BadLine(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws IOException {
        // Always UTF-8, whatever the terminal's locale is.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // What a library has to say is no outcome.
        System.setOut(err);
        if (args.length != 1) {
            err.println("usage: eval match FILE (one JSON profile a line)");
            System.exit(2);
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of(args[0]));
        } catch (NoSuchFileException absent) {
            err.println("there is no file " + args[0]);
            System.exit(2);
            return;
        } catch (MalformedInputException notText) {
            err.println(args[0] + " is not text in UTF-8");
            System.exit(2);
            return;
        } catch (IOException unreadable) {
            err.println(args[0] + " cannot be read: " + unreadable.getMessage());
            System.exit(2);
            return;
        }
        boolean allRead = new EvalMatch().run(lines, out, err);
        out.flush();
        if (!allRead) {
            System.exit(1);
        }
    }

    /** False when a line could not be read; the others are answered all the same. */
    boolean run(List<String> lines, PrintStream out, PrintStream err) {
        if (lines.stream().allMatch(String::isBlank)) {
            err.println("there is no profile to judge");
        }
        boolean allRead = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            if (line.isEmpty()) {
                continue;
            }
            try {
                Line read = read(line, i + 1);
                Map<String, Object> sound = check.soundAsWritten(read.profile(), read.asOf());
                for (FactCheck.Problem problem : check.check(read.profile(), read.asOf())) {
                    err.println(read.id() + ": " + problem.fact() + ": " + problem.message()
                            + (sound.containsKey(problem.fact()) ? "" : "，按未知处理"));
                }
                out.println(json.writeValueAsString(outcomes(read.id(), read.asOf(), read.profile())));
            } catch (BadLine e) {
                err.println("line " + (i + 1) + e.getMessage());
                allRead = false;
            }
        }
        return allRead;
    }

    private Line read(String line, int number) throws BadLine {
        @Nullable Map<String, Object> given;
        try {
            given = json.readerFor(MAP)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(line);
        } catch (JacksonException e) {
            given = null;
        }
        if (given == null) {
            throw new BadLine(" is not one JSON object");
        }
        Object id = given.get("id");
        return new Line(
                id == null ? String.valueOf(number) : String.valueOf(id),
                day(given.get("asOf")),
                profile(given.get("profile")));
    }

    private static LocalDate day(@Nullable Object asOf) throws BadLine {
        if (asOf == null) {
            return LocalDate.now(ZoneId.of("Asia/Shanghai"));
        }
        try {
            return LocalDate.parse((asOf instanceof String text) ? text : "");
        } catch (DateTimeParseException e) {
            throw new BadLine(": asOf is not a day like 2026-03-15: " + asOf);
        }
    }

    private Map<String, Object> profile(@Nullable Object profile) throws BadLine {
        if (profile == null) {
            return Map.of();
        }
        if (!(profile instanceof Map<?, ?>)) {
            throw new BadLine(": profile is not an object of facts");
        }
        return json.convertValue(profile, MAP);
    }

    /** The outcome of every policy for one profile. */
    public Outcomes outcomes(String id, LocalDate asOf, Map<String, Object> profile) {
        FactVector vector = FactVector.of(facts, check.soundAsWritten(profile, asOf), asOf);
        Evaluation evaluation = book.evaluate(vector);
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < book.size(); i++) {
            EligibilityRule rule = book.rule(i);
            outcomes.put(
                    rule.id(),
                    switch (evaluation.verdict(i)) {
                        case TRUE -> "eligible";
                        case FALSE ->
                            evaluation.criteria(i) == Truth.FALSE && coversEveryCase(rule) ? "na" : "ineligible";
                        case UNKNOWN -> "unknown";
                    });
        }
        return new Outcomes(id, asOf, vector.size(), outcomes);
    }

    /**
     * Whether its tiers leave no case out, so that it can fail only for those whom it does not address: it is not that they do
     * not qualify, it does not apply to them (the disabled persons' employment fund, which 个体工商户 do not pay).
     */
    private static boolean coversEveryCase(EligibilityRule rule) {
        return rule.criteria() instanceof AllOf all
                && all.criteria().stream().anyMatch(EvalMatch::exhaustive)
                && all.criteria().stream()
                        .allMatch(part -> exhaustive(part)
                                || (part instanceof Comparison comparison
                                        && comparison.fact().equals("entityType")));
    }

    private static boolean exhaustive(Criterion criterion) {
        return criterion instanceof AnyOf any && any.exhaustive();
    }
}
