package cn.zhengqi.web;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a request that edits a record this person may change: its components with {@link Sensitive#editableFor}. */
public final class FieldEdits {

    private FieldEdits() {}

    /**
     * The request with what stays as it is filled in: a field that is left out, or that comes back as it was shown, covered or not. Asked before anything is
     * done, so that nothing is half done.
     *
     * @param current the same record as it is now, in full
     * @throws ProblemException FIELD_NOT_EDITABLE, naming each field that would change and must not; VALIDATION_FAILED for a covered text that is not of
     *     this record
     */
    public static <R extends Record> R accept(R request, R current, CurrentUser user) {
        RecordComponent[] components = request.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        List<FieldProblem> refused = new ArrayList<>();
        List<FieldProblem> covered = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            Object wanted = read(component, request);
            Sensitive field = component.getAnnotation(Sensitive.class);
            values[i] = wanted;
            if (field == null || field.editableFor().length == 0) {
                continue;
            }
            Object now = read(component, current);
            if (isAsShown(wanted, now, field)) {
                values[i] = now;
            } else if (!FieldRules.mayEdit(field.field(), Arrays.asList(field.editableFor()), user)) {
                refused.add(
                        problem(component, CommonProblem.FIELD_NOT_EDITABLE, CommonProblem.FIELD_NOT_EDITABLE.title()));
            } else if (String.valueOf(wanted).contains("*")) {
                covered.add(problem(component, CommonProblem.VALIDATION_FAILED, "请填写完整内容，或保持不变"));
            }
        }
        refuse(CommonProblem.FIELD_NOT_EDITABLE, refused);
        refuse(CommonProblem.VALIDATION_FAILED, covered);
        return copy(request, components, values);
    }

    private static boolean isAsShown(@Nullable Object wanted, @Nullable Object now, Sensitive field) {
        if (wanted == null || wanted.toString().isBlank() || wanted.equals(now)) {
            return true;
        }
        return now != null && wanted.equals(field.mask().apply(now.toString()));
    }

    private static void refuse(CommonProblem problem, List<FieldProblem> fields) {
        if (!fields.isEmpty()) {
            throw new ProblemException(problem, problem.title(), fields, Map.of());
        }
    }

    private static FieldProblem problem(RecordComponent component, CommonProblem problem, String message) {
        return new FieldProblem(component.getName(), problem.name(), message);
    }

    private static @Nullable Object read(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("A record that cannot be read: " + row.getClass(), impossible);
        }
    }

    private static <R extends Record> R copy(R request, RecordComponent[] components, @Nullable Object[] values) {
        try {
            var constructor = request.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked")
            R accepted = (R) constructor.newInstance(values);
            return accepted;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record that cannot be copied: " + request.getClass(), impossible);
        }
    }
}
