package cn.zhengqi.user.reference;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of 基础数据 has to be like, seen against what is there: the same for one that is typed and for the lines of a file,
 * whose earlier lines are {@link #accept accepted} one after the other.
 */
final class ReferenceRules {

    private static final int NAME_LENGTH = 100;

    /** Begins with a letter or digit: what begins with = + - @ is a formula to a spreadsheet. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cntrl}]*");

    private final Map<ReferenceKind, Map<String, ReferenceRow>> known = new HashMap<>();

    ReferenceRules(List<ReferenceRow> there) {
        there.forEach(this::accept);
    }

    void accept(ReferenceRow row) {
        known.computeIfAbsent(row.kind(), kind -> new HashMap<>()).put(row.code(), row);
    }

    Optional<ReferenceRow> find(ReferenceKind kind, String code) {
        return Optional.ofNullable(known.getOrDefault(kind, Map.of()).get(code));
    }

    /** @throws ProblemException VALIDATION_FAILED with everything that is wrong */
    ReferenceRow row(ReferenceKind kind, ReferenceDraft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        boolean coded = kind.allows(draft.code());
        if (!coded) {
            problems.add(new FieldProblem("code", "FORMAT", kind.label() + "代码应为" + kind.codeWords()));
        }
        if (draft.name().length() > NAME_LENGTH || !NAME.matcher(draft.name()).matches()) {
            problems.add(new FieldProblem("name", "FORMAT", "名称以文字或数字开头，最多 " + NAME_LENGTH + " 字"));
        }
        String type = coded ? type(kind, draft, problems) : null;
        String parent = coded ? parent(kind, draft, problems) : null;
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        return new ReferenceRow(kind, draft.code(), draft.name(), type, parent, false);
    }

    private @Nullable String type(ReferenceKind kind, ReferenceDraft draft, List<FieldProblem> problems) {
        if (!kind.hasChosenType()) {
            return kind.levelOf(draft.code());
        }
        String wanted = draft.type();
        if (kind == ReferenceKind.TOWN) {
            if (wanted == null || !ReferenceKind.TOWN_TYPES.contains(wanted)) {
                problems.add(new FieldProblem("type", "UNKNOWN", "类型应为" + String.join("、", ReferenceKind.TOWN_TYPES)));
            }
            return wanted;
        }
        Predicate<ReferenceRow> meant =
                item -> item.code().equals(wanted) || item.name().equals(wanted);
        List<ReferenceRow> choices = known.getOrDefault(ReferenceKind.DICTIONARY, Map.of()).values().stream()
                .filter(row -> ReferenceKind.PARK_TYPE.equals(row.parentCode()))
                .toList();
        Optional<ReferenceRow> item = choices.stream().filter(meant).findFirst();
        if (item.isEmpty()) {
            String all = choices.stream()
                    .filter(row -> !row.retired())
                    .map(ReferenceRow::name)
                    .sorted()
                    .collect(Collectors.joining("、"));
            problems.add(new FieldProblem("type", "UNKNOWN", "园区类型应为：" + all));
            return null;
        }
        if (item.get().retired() && !keeps(kind, draft, row -> item.get().code().equals(row.type()))) {
            problems.add(
                    new FieldProblem("type", "RETIRED", "园区类型“" + item.get().name() + "”已停用"));
        }
        return item.get().code();
    }

    private @Nullable String parent(ReferenceKind kind, ReferenceDraft draft, List<FieldProblem> problems) {
        List<String> possible = kind.hasChosenParent()
                ? Optional.ofNullable(draft.parentCode()).stream().toList()
                : kind.parentsOf(draft.code());
        if (possible.isEmpty()) {
            if (kind.hasChosenParent()) {
                problems.add(new FieldProblem("parentCode", "REQUIRED", "请填写所在镇街"));
            }
            return null;
        }
        Optional<ReferenceRow> parent = possible.stream()
                .flatMap(code -> find(kind.parentKind(), code).stream())
                .findFirst();
        String field = kind.hasChosenParent() ? "parentCode" : "code";
        String words = kind.parentKind().label() + " " + possible.getLast();
        if (parent.isEmpty()) {
            problems.add(new FieldProblem(field, "UNKNOWN", "没有上级：" + words));
            return null;
        }
        String code = parent.get().code();
        if (parent.get().retired() && !keeps(kind, draft, row -> code.equals(row.parentCode()))) {
            problems.add(new FieldProblem(field, "RETIRED", "上级已停用：" + words));
        }
        return code;
    }

    /** What is retired cannot be chosen any more; who has it keeps it. */
    private boolean keeps(ReferenceKind kind, ReferenceDraft draft, Predicate<ReferenceRow> has) {
        return find(kind, draft.code()).filter(has).isPresent();
    }
}
