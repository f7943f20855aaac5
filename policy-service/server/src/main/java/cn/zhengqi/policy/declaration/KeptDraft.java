package cn.zhengqi.policy.declaration;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.policy.project.FieldType;
import cn.zhengqi.policy.project.FormDesign.Column;
import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.project.Material;
import cn.zhengqi.policy.project.ProjectForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a draft keeps of what was typed. Whether it is right is asked when it is handed in: until then one wrong figure costs nobody the rest of their words. Only what
 * cannot be kept at all is left out, and told at its field.
 */
final class KeptDraft {

    /** Of any text, however long its field allows it to be in the end. */
    static final int LONGEST = 5_000;

    static final int MOST_ROWS = 100;
    private static final int MOST_CHOICES = 50;

    /** Figures before and behind the point: more of them the database would not take. */
    private static final int MOST_FIGURES = 60;

    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final Map<String, List<UUID>> papers = new LinkedHashMap<>();
    /** Told at most: who sends more rubbish than that learns the first of it. */
    private static final int MOST_TOLD = 200;

    private final Set<FieldProblem> lost = new LinkedHashSet<>();

    private KeptDraft() {}

    /** @param ofEnterprise which of these files are the enterprise's */
    static KeptDraft of(
            ProjectForm form,
            Answers answers,
            Papers papers,
            Function<List<UUID>, Map<UUID, DeclarationFile>> ofEnterprise) {
        KeptDraft kept = new KeptDraft();
        Map<String, Field> fields = form.form().byKey();
        answers.values().forEach((key, value) -> kept.answer(fields.get(key), key, value));
        Map<String, Material> materials = new LinkedHashMap<>();
        form.papers().forEach(material -> materials.put(material.key(), material));
        papers.files().forEach((key, ids) -> kept.paper(materials.get(key), key, ids));
        kept.onlyTheirs(fields, ofEnterprise);
        return kept;
    }

    Answers answers() {
        return new Answers(answers);
    }

    Papers papers() {
        return new Papers(papers);
    }

    /** What could not be kept, each with why. */
    List<FieldProblem> lost() {
        return List.copyOf(lost);
    }

    private void lose(FieldProblem problem) {
        if (lost.size() < MOST_TOLD) {
            lost.add(problem);
        }
    }

    private void answer(@Nullable Field field, String key, Object value) {
        String at = "answers." + key;
        if (field == null) {
            lose(new FieldProblem(at, "UNKNOWN", "申报表中没有“" + key + "”"));
            return;
        }
        Object kept = switch (field.type()) {
            case TABLE -> rows(at, field, value);
            case MULTI_CHOICE -> choices(at, field.label(), value);
            case FILE -> {
                if (fileId(value) == null) {
                    gone(at);
                }
                yield fileId(value) == null ? null : value;
            }
            default -> one(at, field.label(), value);
        };
        if (kept != null) {
            answers.put(key, kept);
        }
    }

    private @Nullable Object rows(String at, Field table, Object value) {
        if (!(value instanceof List<?> rows)) {
            return unfit(at, table.label());
        }
        if (rows.size() > MOST_ROWS) {
            lose(new FieldProblem(
                    at, "RANGE", "“" + table.label() + "”最多 " + MOST_ROWS + " 行，第 " + MOST_ROWS + " 行以后的没有保存"));
        }
        List<Object> kept = new ArrayList<>();
        for (Object row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            if (row instanceof Map<?, ?> cells) {
                kept.add(cells(at + "[" + kept.size() + "]", table, cells));
            } else {
                unfit(at, table.label());
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private Map<String, Object> cells(String at, Field table, Map<?, ?> row) {
        Map<String, Object> kept = new LinkedHashMap<>();
        List<Column> columns = Objects.requireNonNullElse(table.columns(), List.of());
        row.forEach((key, value) -> {
            String name = String.valueOf(key);
            Column column = columns.stream()
                    .filter(it -> it.key().equals(name))
                    .findFirst()
                    .orElse(null);
            Object cell = column == null || value == null
                    ? unfit(at + "." + name, column == null ? name : column.label())
                    : one(at + "." + name, column.label(), value);
            if (cell != null) {
                kept.put(name, cell);
            }
        });
        return kept;
    }

    private @Nullable Object choices(String at, String label, Object value) {
        if (!(value instanceof List<?> several)) {
            return unfit(at, label);
        }
        List<Object> kept = new ArrayList<>();
        for (Object choice : several) {
            Object one =
                    kept.size() < MOST_CHOICES && choice instanceof String ? one(at, label, choice) : unfit(at, label);
            if (one != null) {
                kept.add(one);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    /** A text, a figure, or yes or no, whichever was asked. */
    private @Nullable Object one(String at, String label, Object value) {
        return switch (value) {
            case String text
            when text.length() > LONGEST -> {
                lose(new FieldProblem(at, "RANGE", "“" + label + "”超过 " + LONGEST + " 字，没有保存"));
                yield null;
            }
            case String text -> text;
            case Boolean answer -> answer;
            case Number number when storable(number) -> number;
            default -> unfit(at, label);
        };
    }

    private static boolean storable(Number number) {
        try {
            BigDecimal exact = new BigDecimal(number.toString());
            return Math.abs((long) exact.precision() - exact.scale()) <= MOST_FIGURES && exact.scale() <= MOST_FIGURES;
        } catch (NumberFormatException infinite) {
            return false;
        }
    }

    private @Nullable Object unfit(String at, String label) {
        lose(new FieldProblem(at, "FORMAT", "“" + label + "”的格式不正确，没有保存"));
        return null;
    }

    private void paper(@Nullable Material material, String key, List<UUID> ids) {
        if (material == null) {
            lose(new FieldProblem("materials." + key, "UNKNOWN", "没有“" + key + "”这项材料"));
            return;
        }
        if (ids.size() > Material.MOST_FILES) {
            lose(new FieldProblem(
                    "materials." + key,
                    "RANGE",
                    "“" + material.name() + "”不超过 " + Material.MOST_FILES + " 个文件，其余的没有保存"));
        }
        papers.put(key, ids.subList(0, Math.min(ids.size(), Material.MOST_FILES)));
    }

    /** A file that is not there any more, or is somebody else's, is not named; the other files are. */
    private void onlyTheirs(Map<String, Field> fields, Function<List<UUID>, Map<UUID, DeclarationFile>> ofEnterprise) {
        Set<UUID> named = new LinkedHashSet<>();
        papers.values().forEach(named::addAll);
        answers.forEach((key, value) -> {
            if (isFile(fields.get(key))) {
                named.add(Objects.requireNonNull(fileId(value)));
            }
        });
        Set<UUID> theirs = ofEnterprise.apply(List.copyOf(named)).keySet();
        answers.entrySet().removeIf(answer -> {
            boolean gone = isFile(fields.get(answer.getKey())) && !theirs.contains(fileId(answer.getValue()));
            if (gone) {
                gone("answers." + answer.getKey());
            }
            return gone;
        });
        papers.replaceAll((key, ids) -> {
            if (!theirs.containsAll(ids)) {
                gone("materials." + key);
            }
            return ids.stream().filter(theirs::contains).toList();
        });
        papers.values().removeIf(List::isEmpty);
    }

    private void gone(String at) {
        lose(new FieldProblem(at, "UNKNOWN", "文件不存在，请重新上传"));
    }

    private static boolean isFile(@Nullable Field field) {
        return field != null && field.type() == FieldType.FILE;
    }

    private static @Nullable UUID fileId(Object value) {
        try {
            UUID id = value instanceof String text ? UUID.fromString(text) : null;
            return id != null && id.toString().equals(value) ? id : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
