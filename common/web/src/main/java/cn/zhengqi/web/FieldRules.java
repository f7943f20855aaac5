package cn.zhengqi.web;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.permission.FieldRule;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What somebody sees of the fields that are {@link Sensitive}; and its application where no JSON is written: rows of a file, lines of a log. */
public final class FieldRules {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private FieldRules() {}

    /**
     * The rule for this person: what their roles say of the field, or what follows from their permissions where they say nothing.
     *
     * @param user null when nobody is signed in: covered
     */
    public static FieldRule rule(Sensitive field, @Nullable CurrentUser user) {
        return rule(field.field(), Arrays.asList(field.plainFor()), user);
    }

    /** The same of a field that is declared. */
    public static FieldRule rule(String field, Iterable<String> plainFor, @Nullable CurrentUser user) {
        if (user == null) {
            return FieldRule.MASKED;
        }
        FieldRule said = field.isEmpty() ? null : user.fieldRules().get(field);
        if (said != null) {
            return said;
        }
        for (String permission : plainFor) {
            if (user.has(permission)) {
                return FieldRule.PLAIN;
            }
        }
        return FieldRule.MASKED;
    }

    /** The same for a system, of which no role says anything: what the scopes of its key are named for. */
    public static FieldRule rule(List<String> plainFor, CallingSystem system) {
        return plainFor.stream().anyMatch(system::has) ? FieldRule.PLAIN : FieldRule.MASKED;
    }

    /** Whether the person's roles keep the field from them altogether. */
    public static boolean hides(CurrentUser user, String field) {
        return user.fieldRules().get(field) == FieldRule.HIDDEN;
    }

    /** Whether the person's roles keep a part of the field from them, or all of it. */
    public static boolean covers(CurrentUser user, String field) {
        FieldRule said = user.fieldRules().get(field);
        return said == FieldRule.HIDDEN || said == FieldRule.MASKED;
    }

    /**
     * Whether the person may change the field where they may edit the record: by what their roles say, or where they say nothing by one of the
     * permissions. Who may change it without seeing it replaces it unseen.
     */
    public static boolean mayEdit(String field, Iterable<String> editableFor, CurrentUser user) {
        FieldRule said = field.isEmpty() ? null : user.fieldRules().get(field);
        if (said != null) {
            return said == FieldRule.EDITABLE;
        }
        for (String permission : editableFor) {
            if (user.has(permission)) {
                return true;
            }
        }
        return false;
    }

    /**
     * For what looks into a field on behalf of somebody.
     *
     * @throws ProblemException FIELD_HIDDEN
     */
    public static void requireVisible(CurrentUser user, String field) {
        if (hides(user, field)) {
            throw new ProblemException(CommonProblem.FIELD_HIDDEN);
        }
    }

    /**
     * A copy of the record as this person may see it; what is hidden is empty. Only the record's own components are looked at, not records
     * inside it.
     *
     * @param user null when nobody is signed in: everything is covered
     */
    public static <R extends Record> R apply(R row, @Nullable CurrentUser user) {
        return copy(row, field -> rule(field, user));
    }

    /**
     * The same for whoever asks now, a person or a system: for what is put into words of which no rule knows any more. It is covered where nobody
     * is known to ask.
     */
    public static <R extends Record> R applyForCaller(R row) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        CallingSystem system = CallingSystem.of(caller).orElse(null);
        return system == null
                ? apply(row, CurrentUser.of(caller).orElse(null))
                : copy(row, field -> rule(Arrays.asList(field.plainFor()), system));
    }

    private static <R extends Record> R copy(R row, Function<Sensitive, FieldRule> rules) {
        Shape shape = SHAPES.get(row.getClass());
        if (!shape.isSensitive()) {
            return row;
        }
        @SuppressWarnings("unchecked")
        R seen = (R) shape.copy(row, rules);
        return seen;
    }

    /** One text as this person may see it; empty when they may not see that it is there. */
    public static String cover(String text, Sensitive field, @Nullable CurrentUser user) {
        return cover(text, field.mask(), rule(field, user));
    }

    /** One text as this rule leaves it; empty when it hides it. */
    public static String cover(String text, Mask mask, FieldRule rule) {
        return switch (rule) {
            case PLAIN, EDITABLE -> text;
            case MASKED -> mask.apply(text);
            case HIDDEN -> "";
        };
    }

    /** How a type of records is read and built, found out once. */
    private record Shape(List<Method> accessors, List<@Nullable Sensitive> rules, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> canonical = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                canonical.setAccessible(true);
                return new Shape(
                        Arrays.stream(components)
                                .map(RecordComponent::getAccessor)
                                .peek(accessor -> accessor.setAccessible(true))
                                .toList(),
                        Arrays.asList(Arrays.stream(components)
                                .map(component -> component.getAnnotation(Sensitive.class))
                                .toArray(Sensitive[]::new)),
                        canonical);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("A record without its constructor: " + type, impossible);
            }
        }

        boolean isSensitive() {
            return rules.stream().anyMatch(Objects::nonNull);
        }

        Object copy(Record row, Function<Sensitive, FieldRule> seen) {
            try {
                @Nullable Object[] values = new @Nullable Object[accessors.size()];
                for (int i = 0; i < values.length; i++) {
                    Object value = accessors.get(i).invoke(row);
                    Sensitive rule = rules.get(i);
                    values[i] = rule != null && value instanceof String text
                            ? cover(text, rule.mask(), seen.apply(rule))
                            : value;
                }
                return constructor.newInstance(values);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException("A record that cannot be copied: " + row.getClass(), impossible);
            }
        }
    }
}
