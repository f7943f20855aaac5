package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.Json;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.project.FieldType;
import cn.zhengqi.policy.project.FormDesign.Column;
import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.project.Material;
import cn.zhengqi.policy.project.ProjectForm;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was filled in, held against the JSON Schema of its form. What is wrong is said at its field, in Chinese: of a draft to be mended, of what is handed in to refuse
 * it.
 */
final class FormAnswers {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** What a draft is forgiven. */
    private static final Set<String> UNFINISHED = Set.of("required", "minItems", "minLength", "false");

    private final ProjectForm form;
    private final Answers answers;
    private final Papers papers;
    private final Contact contact;
    private final Map<String, Field> fields;

    FormAnswers(ProjectForm form, Answers answers, Papers papers, Contact contact) {
        this.form = form;
        this.answers = answers;
        this.papers = papers;
        this.contact = contact;
        this.fields = form.form().byKey();
    }

    ProjectForm form() {
        return form;
    }

    Answers answers() {
        return answers;
    }

    Papers papers() {
        return papers;
    }

    Contact contact() {
        return contact;
    }

    /** Every file that is named, each once. */
    List<UUID> files() {
        Set<UUID> ids = new LinkedHashSet<>();
        fields.values().stream()
                .filter(field -> field.type() == FieldType.FILE)
                .map(field -> answers.get(field.key()))
                .forEach(value -> {
                    if (value instanceof String id) {
                        ids.add(UUID.fromString(id));
                    }
                });
        papers.all().forEach(ids::add);
        return List.copyOf(ids);
    }

    /** What of it would be refused if it were handed in so, but for what is missing; a draft has all of it all the same. */
    List<FieldProblem> wrong(Map<UUID, DeclarationFile> theirs) {
        return problems(true, ids -> theirs);
    }

    /** @throws ProblemException VALIDATION_FAILED with a field for each thing that is wrong or missing */
    void mustBeWhole(Function<List<UUID>, Map<UUID, DeclarationFile>> ofEnterprise) {
        refuse(problems(false, ofEnterprise));
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
    }

    private List<FieldProblem> problems(boolean draft, Function<List<UUID>, Map<UUID, DeclarationFile>> ofEnterprise) {
        Schema schema = SCHEMAS.getSchema(Json.MAPPER.valueToTree(form.schema().schema()));
        JsonNode filled = Json.MAPPER.valueToTree(answers.values());
        List<FieldProblem> problems = new ArrayList<>(draft ? List.of() : contact.problems());
        for (Error error : schema.validate(
                filled, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))) {
            if (!draft || !UNFINISHED.contains(error.getKeyword())) {
                problems.add(problem(error));
            }
        }
        materials(draft, problems);
        if (draft || problems.isEmpty()) {
            theirFiles(ofEnterprise.apply(files()), problems);
        }
        return problems;
    }

    private void materials(boolean draft, List<FieldProblem> problems) {
        Set<String> known = new LinkedHashSet<>();
        for (Material material : form.papers()) {
            known.add(material.key());
            int many = papers.of(material.key()).size();
            if (!draft && material.required() && many == 0) {
                problems.add(
                        new FieldProblem("materials." + material.key(), "REQUIRED", "请上传“" + material.name() + "”"));
            }
            if (many > Material.MOST_FILES) {
                problems.add(new FieldProblem(
                        "materials." + material.key(),
                        "RANGE",
                        "“" + material.name() + "”不超过 " + Material.MOST_FILES + " 个文件"));
            }
        }
        papers.files().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(new FieldProblem("materials." + key, "UNKNOWN", "没有“" + key + "”这项材料")));
    }

    private void theirFiles(Map<UUID, DeclarationFile> theirs, List<FieldProblem> problems) {
        fields.values().stream().filter(field -> field.type() == FieldType.FILE).forEach(field -> {
            if (answers.get(field.key()) instanceof String id && !theirs.containsKey(UUID.fromString(id))) {
                problems.add(gone("answers." + field.key()));
            }
        });
        for (Material material : form.papers()) {
            for (UUID id : papers.of(material.key())) {
                DeclarationFile file = theirs.get(id);
                if (file == null) {
                    problems.add(gone("materials." + material.key()));
                } else if (material.formats().stream()
                        .noneMatch(kind -> kind.contentType().equals(file.contentType()))) {
                    problems.add(new FieldProblem(
                            "materials." + material.key(),
                            "FORMAT",
                            "“" + material.name() + "”只接受 "
                                    + String.join(
                                            "、",
                                            material.formats().stream()
                                                    .map(Enum::name)
                                                    .toList())));
                }
            }
        }
    }

    private static FieldProblem gone(String field) {
        return new FieldProblem(field, "UNKNOWN", "文件不存在，请重新上传");
    }

    private FieldProblem problem(Error error) {
        List<String> path = new ArrayList<>();
        for (String part : error.getInstanceLocation().toString().split("/", -1)) {
            if (!part.isEmpty()) {
                path.add(part);
            }
        }
        String keyword = error.getKeyword();
        boolean names = "required".equals(keyword) || "additionalProperties".equals(keyword);
        if (names && error.getProperty() != null) {
            path.add(error.getProperty());
        }
        Named named = named(path);
        return new FieldProblem(place(path), code(keyword), named.words(keyword));
    }

    private static String place(List<String> path) {
        StringBuilder place = new StringBuilder("answers");
        for (String part : path) {
            if (part.chars().allMatch(Character::isDigit)) {
                place.append('[').append(part).append(']');
            } else {
                place.append('.').append(part);
            }
        }
        return place.toString();
    }

    private static String code(String keyword) {
        return switch (keyword) {
            case "required" -> "REQUIRED";
            case "additionalProperties" -> "UNKNOWN";
            case "false" -> "NOT_ASKED";
            case "minimum", "maximum", "maxItems", "minItems", "maxLength", "minLength" -> "RANGE";
            default -> "FORMAT";
        };
    }

    private Named named(List<String> path) {
        Field field = path.isEmpty() ? null : fields.get(path.getFirst());
        if (field == null) {
            return Named.unknown(path.isEmpty() ? "申报表" : path.getFirst());
        }
        if (path.size() >= 3) {
            for (Column column : field.columns() == null ? List.<Column>of() : field.columns()) {
                if (column.key().equals(path.get(2))) {
                    return new Named(
                            quoted(field.label()) + "第 " + (Integer.parseInt(path.get(1)) + 1) + " 行的"
                                    + quoted(column.label()),
                            column.asField());
                }
            }
            return Named.unknown(path.get(2));
        }
        return new Named(quoted(field.label()), field);
    }

    private static String quoted(String label) {
        return "“" + label + "”";
    }

    /**
     * A field, or a cell of a table, as a message calls it.
     *
     * @param it its name within quotation marks, of a cell with its row before it
     */
    private record Named(String it, @Nullable Field field) {

        static Named unknown(String name) {
            return new Named(quoted(name), null);
        }

        private @Nullable FieldType type() {
            return field == null ? null : field.type();
        }

        String words(String keyword) {
            return switch (keyword) {
                case "required" -> asking() + it;
                case "additionalProperties" -> "申报表中没有" + it;
                case "false" -> it + "按现在的填写内容不需要填写";
                case "minimum", "maximum" -> it + range("maximum".equals(keyword));
                case "multipleOf" -> it + (type() == FieldType.NUMBER ? "应为整数" : "最多两位小数");
                case "maxLength" ->
                    it + "不超过 " + (field == null || field.maxLength() == null ? 200 : field.maxLength()) + " 字";
                case "maxItems" -> it + "行数太多";
                case "minItems", "minLength" -> asking() + it;
                case "enum" -> "请从" + it + "的选项中选择";
                case "format" -> it + "应为日期，如 2026-01-31";
                case "type" ->
                    switch (type()) {
                        case NUMBER, MONEY -> it + "应填写数字";
                        case YES_NO -> "请选择" + it;
                        case null, default -> it + "的格式不正确";
                    };
                case "uniqueItems" -> it + "不能重复选择";
                default -> it + "的格式不正确";
            };
        }

        private String asking() {
            return switch (type()) {
                case CHOICE, MULTI_CHOICE, YES_NO, DATE -> "请选择";
                case FILE -> "请上传";
                case null, default -> "请填写";
            };
        }

        /** The most that any amount may be is told only to who goes beyond it. */
        private String range(boolean beyond) {
            if (field == null) {
                return "超出可填写的范围";
            }
            BigDecimal least = field.least();
            BigDecimal most = beyond ? field.most() : field.max();
            return Stream.of(
                            least == null ? null : "不小于 " + field.figure(least),
                            most == null ? null : "不大于 " + field.figure(most))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("、", "应", ""));
        }
    }
}
