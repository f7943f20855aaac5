package cn.zhengqi.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Applies {@link Sensitive} where no JSON is written: rows of a file, lines of a log. */
public final class FieldRules {

    private FieldRules() {}

    /**
     * A copy of the record as this person may see it. Only the record's own components are looked at, not records inside
     * it.
     *
     * @param user null when nobody is signed in: everything is covered
     */
    public static <R extends Record> R apply(R row, @Nullable CurrentUser user) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(c -> c.isAnnotationPresent(Sensitive.class))) {
            return row;
        }
        try {
            @Nullable Object[] values = new @Nullable Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                Object value = components[i].getAccessor().invoke(row);
                Sensitive rule = components[i].getAnnotation(Sensitive.class);
                values[i] = rule != null && value instanceof String text ? cover(text, rule, user) : value;
                types[i] = components[i].getType();
            }
            @SuppressWarnings("unchecked")
            Constructor<R> canonical = (Constructor<R>) row.getClass().getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException impossible) {
            throw new IllegalStateException("A record that cannot be copied: " + row.getClass(), impossible);
        }
    }

    /** One text as this person may see it. */
    public static String cover(String text, Sensitive rule, @Nullable CurrentUser user) {
        boolean plain = user != null && !rule.plainFor().isEmpty() && user.has(rule.plainFor());
        return plain ? text : rule.mask().apply(text);
    }
}
