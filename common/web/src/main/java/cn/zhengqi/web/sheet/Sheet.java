package cn.zhengqi.web.sheet;

import cn.idev.excel.ExcelWriter;
import cn.idev.excel.FastExcel;
import cn.idev.excel.write.handler.SheetWriteHandler;
import cn.idev.excel.write.metadata.WriteSheet;
import cn.idev.excel.write.metadata.holder.WriteSheetHolder;
import cn.idev.excel.write.metadata.holder.WriteWorkbookHolder;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.FieldRules;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A list as an Excel file: its columns, and how it is written, in portions so that its length does not matter. Fields are covered as {@link FieldRules}
 * say for the reader, columns of hidden ones left out; what does not fit on one sheet goes on upon the next; its heading stays in sight and its columns are as wide as what stands in their first rows; its first line and the edges of its pages say who took it out and when ({@link Watermark}). Numbers stay numbers; whatever else is a text, and none is taken for a formula. A service that has one brings fastexcel.
 *
 * @param <R> a row, as the list shows it
 */
public final class Sheet<R extends Record> {

    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int PORTION = 500;

    /** The line of who took it out, and the names of the columns. */
    private static final int HEAD_ROWS = 2;

    private static final int LAST_ROW = 1_048_576 - 1;

    private static final int MOST_ON_A_SHEET = LAST_ROW + 1 - HEAD_ROWS;

    private static final int LONGEST_NAME = 31;

    /** A cell of Excel holds 32,767 characters. */
    private static final int LONGEST = 30_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** What the choices of a cell may be together, with what stands between them; more of them only another sheet could hold. */
    private static final int LONGEST_CHOICES = 255;

    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;
    private static final int ROOM_TO_WRITE = 16;

    /** In which Excel measures: a 256th of a figure. */
    private static final int FIGURE = 256;

    private final String title;
    private final List<Column<R>> columns;

    private Sheet(String title, List<Column<R>> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** What stands in one cell of a row. */
    @FunctionalInterface
    public interface Cell<R> {

        @Nullable
        Object of(R row);
    }

    /**
     * @param field code of the sensitive field that it shows, if any
     * @param choices what may be written into it; empty where that is open
     */
    private record Column<R>(String head, @Nullable String field, Cell<R> cell, List<String> choices) {}

    /** @param title of the sheet, and the beginning of the file's name */
    public static <R extends Record> Sheet<R> titled(String title) {
        return new Sheet<>(title, List.of());
    }

    /** The same with one more column on the right. */
    public Sheet<R> column(String head, Cell<R> cell) {
        return with(new Column<>(head, null, cell, List.of()));
    }

    /**
     * The same with one more column on the right, which is left out for whom its field is hidden.
     *
     * @param field its code
     */
    public Sheet<R> column(String head, String field, Cell<R> cell) {
        return with(new Column<>(head, field, cell, List.of()));
    }

    /** The same with one more column on the right, which is empty: whoever has the file chooses one of these for each row. */
    public Sheet<R> columnToChoose(String head, List<String> choices) {
        return with(new Column<>(head, null, row -> null, List.copyOf(choices)));
    }

    private Sheet<R> with(Column<R> column) {
        List<Column<R>> more = new ArrayList<>(columns);
        more.add(column);
        return new Sheet<>(title, List.copyOf(more));
    }

    public String title() {
        return title;
    }

    /**
     * Writes the file; without rows its heading alone, which says that there is nothing.
     *
     * @param reader for whose eyes it is
     * @param rows hands each row to the receiver that it is given
     */
    public void write(OutputStream target, CurrentUser reader, Instant at, Consumer<Consumer<R>> rows) {
        write(target, reader, at, rows, MOST_ON_A_SHEET);
    }

    void write(OutputStream target, CurrentUser reader, Instant at, Consumer<Consumer<R>> rows, int mostOnASheet) {
        Watermark mark = Watermark.of(reader, at);
        List<Column<R>> seen = columns.stream()
                .filter(column -> column.field() == null || !FieldRules.hides(reader, column.field()))
                .toList();
        try (ExcelWriter excel = FastExcel.write(target)
                .head(seen.stream()
                        .map(column -> List.of(mark.text(), column.head()))
                        .toList())
                .registerWriteHandler(new Edges(mark))
                .registerWriteHandler(new Layout<>(seen))
                .autoCloseStream(false)
                .build()) {
            Sheets sheets = new Sheets(title, excel, mostOnASheet, seen);
            rows.accept(row -> sheets.add(cells(FieldRules.apply(row, reader), seen)));
            sheets.flush();
        }
    }

    /** The sheets of one file as they fill up, one after the other. */
    private static final class Sheets {

        private final String title;
        private final ExcelWriter excel;
        private final int most;
        private final List<? extends Column<?>> columns;
        private final List<List<@Nullable Object>> portion = new ArrayList<>(PORTION);
        private WriteSheet sheet;
        private int number;
        private int onThis;
        private boolean measured;

        Sheets(String title, ExcelWriter excel, int most, List<? extends Column<?>> columns) {
            this.title = title;
            this.excel = excel;
            this.most = most;
            this.columns = columns;
            this.sheet = sheet();
        }

        void add(List<@Nullable Object> cells) {
            if (onThis == most) {
                flush();
                number++;
                onThis = 0;
                measured = false;
                sheet = sheet();
            }
            portion.add(cells);
            onThis++;
            if (portion.size() == PORTION) {
                flush();
            }
        }

        /** Excel takes names of 31 characters and not all signs. */
        private WriteSheet sheet() {
            String end = number == 0 ? "" : "（" + (number + 1) + "）";
            String room = title.substring(0, Math.min(title.length(), LONGEST_NAME - end.length()));
            return FastExcel.writerSheet(number, WorkbookUtil.createSafeSheetName(room + end))
                    .build();
        }

        void flush() {
            excel.write(portion, sheet);
            if (!measured) {
                measure(excel.writeContext().writeSheetHolder().getSheet());
                measured = true;
            }
            portion.clear();
        }

        private void measure(org.apache.poi.ss.usermodel.Sheet written) {
            for (int at = 0; at < columns.size(); at++) {
                Column<?> column = columns.get(at);
                int widest = Stream.concat(Stream.of(column.head()), column.choices().stream())
                        .mapToInt(Sheet::figures)
                        .max()
                        .orElse(0);
                boolean empty = true;
                for (List<@Nullable Object> cells : portion) {
                    Object cell = cells.get(at);
                    if (cell != null) {
                        empty = false;
                        widest = Math.max(widest, figures(cell.toString()));
                    }
                }
                if (empty) {
                    widest = Math.max(widest, ROOM_TO_WRITE);
                }
                written.setColumnWidth(at, Math.clamp(widest + 2, NARROWEST, WIDEST) * FIGURE);
            }
        }
    }

    /** What is printed at the edges of each page. */
    private record Edges(Watermark mark) implements SheetWriteHandler {

        @Override
        public void afterSheetCreate(WriteWorkbookHolder workbook, WriteSheetHolder sheet) {
            sheet.getSheet().getHeader().setCenter(mark.atEdge());
            sheet.getSheet().getFooter().setCenter(mark.atEdge());
        }
    }

    /** What stays in sight, and what is chosen from. */
    private record Layout<R>(List<Column<R>> columns) implements SheetWriteHandler {

        @Override
        public void afterSheetCreate(WriteWorkbookHolder workbook, WriteSheetHolder holder) {
            org.apache.poi.ss.usermodel.Sheet sheet = holder.getSheet();
            sheet.createFreezePane(0, HEAD_ROWS);
            for (int at = 0; at < columns.size(); at++) {
                List<String> choices = columns.get(at).choices();
                if (!choices.isEmpty() && String.join(",", choices).length() <= LONGEST_CHOICES) {
                    sheet.addValidationData(chosen(sheet.getDataValidationHelper(), at, choices));
                }
            }
        }

        private static DataValidation chosen(DataValidationHelper helper, int column, List<String> choices) {
            DataValidation chosen = helper.createValidation(
                    helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                    new CellRangeAddressList(HEAD_ROWS, LAST_ROW, column, column));
            chosen.createErrorBox("请从列表中选择", "请从下拉列表中选择一项，或清空本格");
            chosen.setShowErrorBox(true);
            return chosen;
        }
    }

    /** How many figures wide it is: a Chinese character takes the place of two. */
    private static int figures(String text) {
        return text.chars().map(letter -> letter < 0x2E80 ? 1 : 2).sum();
    }

    private static <R> List<@Nullable Object> cells(R row, List<Column<R>> columns) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(shown(column.cell().of(row))));
        return cells;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number;
            case Integer number -> number;
            case Long number -> number;
            case Boolean answer -> answer ? "是" : "否";
            case OffsetDateTime time ->
                time.atZoneSameInstant(BusinessTime.ZONE).format(TIME);
            case Collection<?> several ->
                text(several.stream().map(String::valueOf).collect(Collectors.joining("、")));
            default -> text(value.toString());
        };
    }

    private static String text(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
