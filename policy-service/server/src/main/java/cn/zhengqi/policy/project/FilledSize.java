package cn.zhengqi.policy.project;

import cn.zhengqi.policy.project.FormDesign.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How large a form is when everything in it is filled in to the last letter. A design stays below what the routes take, so that no enterprise is told at the end
 * that what it was allowed to write is too much.
 */
public final class FilledSize {

    /** As much as any body may have ({@code zhengqi.max-body}). */
    public static final int MOST_KILOBYTES = 1024;

    /** Of any letter there is, in UTF-8. */
    private static final int BYTES_OF_A_LETTER = 4;

    /** Quotes, colon and comma of a member. */
    private static final int AROUND = 6;

    private static final int NUMBER = 32;
    private static final int DAY = 12;
    private static final int FILE_ID = 39;

    private FilledSize() {}

    /** Rounded up, with what stands around the answers. */
    static long kilobytes(FormDesign design, List<Material> materials) {
        long bytes = 1024
                + design.fields().mapToLong(FilledSize::member).sum()
                + materials.stream()
                        .mapToLong(material -> material.key().length() + AROUND + (long) Material.MOST_FILES * FILE_ID)
                        .sum();
        return Math.ceilDiv(bytes, 1024L);
    }

    private static long member(Field field) {
        return field.key().length() + AROUND + value(field);
    }

    private static long value(Field field) {
        return switch (field.type()) {
            case TEXT -> (long) BYTES_OF_A_LETTER * field.longest();
            case NUMBER, MONEY -> NUMBER;
            case DATE -> DAY;
            case YES_NO -> AROUND;
            case FILE -> FILE_ID;
            case CHOICE ->
                field.choices().stream().mapToLong(FilledSize::bytes).max().orElse(0);
            case MULTI_CHOICE ->
                field.choices().stream().mapToLong(FilledSize::bytes).sum();
            case TABLE ->
                FormSchema.MOST_ROWS
                        * (AROUND
                                + field.cells().stream()
                                        .mapToLong(column -> member(column.asField()))
                                        .sum());
        };
    }

    private static long bytes(String option) {
        return option.getBytes(StandardCharsets.UTF_8).length + AROUND;
    }
}
