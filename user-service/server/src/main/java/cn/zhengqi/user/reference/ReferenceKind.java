package cn.zhengqi.user.reference;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kinds of 基础数据 there are, how each is coded and in which table it stands. */
public enum ReferenceKind {
    DICTIONARY("字典", "dictionary_item", null, "[A-Z][A-Z0-9_]{0,39}([.][A-Z0-9_]{1,40})?", "大写字母、数字和下划线，字典项写作“类别.项”"),
    INDUSTRY("行业", "industry", "level", "[A-T]([0-9]{2}([0-9]([0-9])?)?)?", "门类字母加零或二到四位数字"),
    DIVISION("行政区划", "division", "level", "[0-9]{6}", "六位数字"),
    TOWN("镇街", "town", "type", "[0-9]{9}", "九位数字"),
    PARK("园区", "park", "type", "[A-Z0-9][A-Z0-9-]{1,19}", "二到二十位大写字母、数字或短横线");

    static final List<String> TOWN_TYPES = List.of("街道", "镇", "乡");

    /** Items below it are the types of parks. */
    static final String PARK_TYPE = "PARK_TYPE";

    private static final int DIVISION_PREFIX = 6;

    private final String label;
    private final String table;
    private final @Nullable String typeColumn;
    private final Pattern code;
    private final String codeWords;

    ReferenceKind(String label, String table, @Nullable String typeColumn, String code, String codeWords) {
        this.label = label;
        this.table = table;
        this.typeColumn = typeColumn;
        this.code = Pattern.compile(code);
        this.codeWords = codeWords;
    }

    public String label() {
        return label;
    }

    String table() {
        return table;
    }

    @Nullable
    String typeColumn() {
        return typeColumn;
    }

    boolean allows(String value) {
        return code.matcher(value).matches();
    }

    /** How a code of this kind looks, for people. */
    String codeWords() {
        return codeWords;
    }

    /** Whether a person says what stands above; elsewhere the code says it. */
    boolean hasChosenParent() {
        return this == PARK;
    }

    boolean hasChosenType() {
        return this == TOWN || this == PARK;
    }

    /** Of which kind that is which stands above. */
    ReferenceKind parentKind() {
        return switch (this) {
            case TOWN -> DIVISION;
            case PARK -> TOWN;
            default -> this;
        };
    }

    /** What the code says of the level; null where the type is chosen or there is none. */
    @Nullable
    String levelOf(String value) {
        return switch (this) {
            case INDUSTRY ->
                switch (value.length()) {
                    case 1 -> "门类";
                    case 3 -> "大类";
                    case 4 -> "中类";
                    default -> "小类";
                };
            case DIVISION -> value.endsWith("0000") ? "省级" : value.endsWith("00") ? "地级" : "县级";
            default -> null;
        };
    }

    /**
     * The codes that may stand above, nearest first, as the code says it; empty at the top. A county of a municipality stands
     * below the municipality itself.
     */
    List<String> parentsOf(String value) {
        return switch (this) {
            case DICTIONARY -> value.contains(".") ? List.of(value.substring(0, value.indexOf('.'))) : List.of();
            case INDUSTRY ->
                switch (value.length()) {
                    case 1 -> List.of();
                    case 3 -> List.of(value.substring(0, 1));
                    default -> List.of(value.substring(0, value.length() - 1));
                };
            case DIVISION -> {
                String province = value.substring(0, 2) + "0000";
                if (value.equals(province)) {
                    yield List.of();
                }
                yield value.endsWith("00") ? List.of(province) : List.of(value.substring(0, 4) + "00", province);
            }
            case TOWN -> List.of(value.substring(0, DIVISION_PREFIX));
            case PARK -> List.of();
        };
    }

    /** As people write it: letters in upper case, no spaces around. */
    static String normal(String value) {
        return value.strip().toUpperCase(Locale.ROOT);
    }
}
