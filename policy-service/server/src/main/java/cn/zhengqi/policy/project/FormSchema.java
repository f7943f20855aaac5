package cn.zhengqi.policy.project;

import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.project.FormDesign.ShownWhen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (2020-12) that a design comes to: what decides whether something was filled in as the form asks. It is stored with the version of the form, so
 * that what was submitted under it is for ever judged by it.
 */
public record FormSchema(Map<String, Object> schema) {

    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** Whatever is filled in fits into the memory of whoever reads it. */
    static final int MOST_ROWS = 100;

    private static final String FILE_ID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    public static FormSchema of(FormDesign design) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<Map<String, Object>> conditions = new ArrayList<>();
        design.fields().forEach(field -> {
            properties.put(field.key(), property(field));
            ShownWhen when = field.shownWhen();
            if (when == null) {
                if (field.required()) {
                    required.add(field.key());
                }
            } else {
                conditions.add(condition(field, when, design.byKey().get(when.field())));
            }
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        if (!conditions.isEmpty()) {
            schema.put("allOf", conditions);
        }
        schema.put("additionalProperties", false);
        return new FormSchema(schema);
    }

    /** Where it is not shown it may not be there: nobody answers what they were not asked. */
    private static Map<String, Object> condition(
            Field field, ShownWhen when, @org.jspecify.annotations.Nullable Field decider) {
        List<Object> values = new ArrayList<>();
        for (String value : when.values()) {
            values.add(decider != null && decider.type() == FieldType.YES_NO ? Boolean.valueOf(value) : value);
        }
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put(
                "if",
                Map.of("properties", Map.of(when.field(), Map.of("enum", values)), "required", List.of(when.field())));
        if (field.required()) {
            condition.put("then", Map.of("required", List.of(field.key())));
        }
        condition.put("else", Map.of("properties", Map.of(field.key(), false)));
        return condition;
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> it = new LinkedHashMap<>();
        it.put("title", field.label());
        switch (field.type()) {
            case TEXT -> {
                it.put("type", "string");
                it.put("minLength", 1);
                it.put("maxLength", field.longest());
            }
            case NUMBER -> {
                number(it, field);
                if (field.whole()) {
                    it.put("multipleOf", 1);
                }
            }
            case MONEY -> {
                number(it, field);
                it.put("multipleOf", new BigDecimal("0.01"));
            }
            case DATE -> {
                it.put("type", "string");
                it.put("format", "date");
            }
            case CHOICE -> it.put("enum", field.choices());
            case MULTI_CHOICE -> {
                it.put("type", "array");
                it.put("items", Map.of("enum", field.choices()));
                it.put("uniqueItems", true);
                it.put("minItems", 1);
            }
            case YES_NO -> it.put("type", "boolean");
            case FILE -> {
                it.put("type", "string");
                it.put("pattern", FILE_ID);
            }
            case TABLE -> {
                it.put("type", "array");
                it.put("minItems", field.required() ? 1 : 0);
                it.put("maxItems", MOST_ROWS);
                it.put("items", row(field));
            }
        }
        return it;
    }

    private static void number(Map<String, Object> it, Field field) {
        it.put("type", "number");
        BigDecimal least = field.least();
        if (least != null) {
            it.put("minimum", least);
        }
        BigDecimal most = field.most();
        if (most != null) {
            it.put("maximum", most);
        }
    }

    private static Map<String, Object> row(Field table) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (FormDesign.Column column : table.cells()) {
            properties.put(column.key(), property(column.asField()));
            if (column.required()) {
                required.add(column.key());
            }
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", "object");
        row.put("properties", properties);
        row.put("required", required);
        row.put("additionalProperties", false);
        return row;
    }
}
