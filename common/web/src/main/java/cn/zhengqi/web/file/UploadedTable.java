package cn.zhengqi.web.file;

import cn.idev.excel.FastExcel;
import cn.idev.excel.cache.MapCache;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.enums.ReadDefaultReturnEnum;
import cn.idev.excel.event.AnalysisEventListener;
import cn.idev.excel.metadata.data.ReadCellData;
import cn.idev.excel.read.builder.ExcelReaderBuilder;
import cn.idev.excel.support.ExcelTypeEnum;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.sheet.Watermark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A table that somebody brings: the first sheet of an .xlsx, or CSV in UTF-8 or GB18030. Looked at with suspicion: see {@link Spreadsheet}. Of a cell counts what it is,
 * not how it is shown: see {@link CellText}.
 */
public final class UploadedTable {

    public static final int MAX_BYTES = 2 * 1024 * 1024;
    public static final int MAX_ROWS = 5000;

    /** Of a number in {@link Line#lostDigits}, after the name of its column. */
    public static final String LOST_DIGITS = "被表格存成了数字，只保留了前 15 位，请把该列设为文本后重新填写";

    private static final int MAX_CELL = 200;
    private static final Pattern IN_THOUSANDS = Pattern.compile("[-+]?[0-9]{1,3}([,，][0-9]{3})+(\\.[0-9]+)?\\s*[%％]?");
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[-+]?[0-9](\\.[0-9]+)?E\\+?[0-9]{1,3}", Pattern.CASE_INSENSITIVE);
    private static final String NUMBERS = "零一两三四五";
    private static final String NO_TABLE = "选择的不是表格文件，请选择 Excel（.xlsx）或 CSV 文件；旧版 Excel（.xls）请另存为 .xlsx";

    private static final String NOT_WHAT_IT_SAYS = "文件内容与扩展名（%s）不符，没有导入；请用表格软件打开后另存为 Excel（.xlsx）或 CSV 再选择";

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private UploadedTable() {}

    /** With which a service refuses one. */
    public record Refusals(ProblemCode unreadable, ProblemCode tooLarge) {}

    /** @param number as a spreadsheet counts, with the heading as 1 */
    public record Line(int number, Map<String, String> cells) {

        /** Empty where there is nothing. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** What is to be a number, without the separators of its thousands; those that stand anywhere else stay, and it is none. */
        public String number(String column) {
            String text = cell(column).strip();
            return IN_THOUSANDS.matcher(text).matches() ? text.replaceAll("[,，]", "") : text;
        }

        /** Whether it is a long number, such as an account's, of which the spreadsheet kept a part: what it was nobody can tell. */
        public boolean lostDigits(String column) {
            return SCIENTIFIC.matcher(cell(column).strip()).matches();
        }
    }

    /**
     * What was brought, if it is what its name says: whoever chose an .xlsx did not look at the text that it is. A name that says something else than a table, or nothing, is none of one.
     *
     * @throws ProblemException FILE_UNREADABLE
     */
    public static byte[] bytesOf(MultipartFile file) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").toLowerCase(Locale.ROOT);
        String extension = name.substring(Math.max(name.lastIndexOf('.'), 0));
        byte[] bytes = file.getBytes();
        boolean excel = Spreadsheet.is(bytes);
        switch (extension) {
            case ".xlsx", ".csv" -> {
                if (excel != extension.equals(".xlsx")) {
                    throw new ProblemException(CommonProblem.FILE_UNREADABLE, NOT_WHAT_IT_SAYS.formatted(extension));
                }
            }
            default -> throw new ProblemException(CommonProblem.FILE_UNREADABLE, NO_TABLE);
        }
        return bytes;
    }

    /**
     * Its lines, without those that have nothing in any of the required columns.
     *
     * @param required names of columns without which it is not read
     * @throws ProblemException by the refusals; FILE_UNREADABLE, FILE_UNPACKS_TOO_LARGE
     */
    public static List<Line> read(byte[] file, List<String> required, Refusals refusals) {
        return read(file, required, Map.of(), refusals);
    }

    /**
     * Its lines, also those that have nothing in the required columns and something in one that tells all the same: what such a line means nobody can say, and it is not passed over.
     *
     * @param telling names of columns that the file may lack
     * @throws ProblemException by the refusals; FILE_UNREADABLE, FILE_UNPACKS_TOO_LARGE
     */
    public static List<Line> readAll(byte[] file, List<String> required, List<String> telling, Refusals refusals) {
        return read(file, required, telling, Map.of(), refusals);
    }

    /**
     * Its lines, of a file whose columns may have other names too.
     *
     * @param otherNames from what a heading may say to the column that it stands for
     * @throws ProblemException by the refusals; FILE_UNREADABLE, FILE_UNPACKS_TOO_LARGE
     */
    public static List<Line> read(
            byte[] file, List<String> required, Map<String, String> otherNames, Refusals refusals) {
        return read(file, required, List.of(), otherNames, refusals);
    }

    private static List<Line> read(
            byte[] file,
            List<String> required,
            List<String> telling,
            Map<String, String> otherNames,
            Refusals refusals) {
        if (file.length > MAX_BYTES) {
            throw new ProblemException(refusals.tooLarge());
        }
        boolean excel = Spreadsheet.is(file);
        Lines lines = new Lines(required, telling, otherNames, refusals);
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        ExcelReaderBuilder reader = FastExcel.read(in, lines)
                .readDefaultReturn(ReadDefaultReturnEnum.READ_CELL_DATA)
                .locale(Locale.CHINA);
        if (excel) {
            Spreadsheet.requireHarmless(file);
            reader.excelType(ExcelTypeEnum.XLSX).readCache(new MapCache());
        } else {
            reader.excelType(ExcelTypeEnum.CSV).charset(charset(file, refusals));
        }
        try {
            reader.headRowNumber(0).ignoreEmptyRow(true).sheet(0).doRead();
        } catch (ProblemException known) {
            throw known;
        } catch (RuntimeException broken) {
            if (broken.getCause() instanceof ProblemException known) {
                throw known;
            }
            throw new ProblemException(
                    refusals.unreadable(), refusals.unreadable().title(), List.of(), Map.of(), broken);
        }
        return lines.read();
    }

    /** UTF-8 if it can be that, else what spreadsheets in China write. */
    private static Charset charset(byte[] file, Refusals refusals) {
        if (!isText(file)) {
            throw new ProblemException(refusals.unreadable(), NO_TABLE);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return Charset.forName("GB18030");
        }
    }

    /** A file with noughts is none; a PDF may be one to the letter. */
    private static boolean isText(byte[] file) {
        for (byte one : file) {
            if (one == 0) {
                return false;
            }
        }
        return file.length < PDF.length || Arrays.mismatch(file, 0, PDF.length, PDF, 0, PDF.length) >= 0;
    }

    /** Finds the columns by the heading, in whichever order. */
    private static final class Lines extends AnalysisEventListener<Map<Integer, @Nullable ReadCellData<?>>> {

        private final List<String> required;
        private final List<String> telling;
        private final Map<String, String> otherNames;
        private final Refusals refusals;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable Map<String, Integer> columns;

        Lines(List<String> required, List<String> telling, Map<String, String> otherNames, Refusals refusals) {
            this.required = required;
            this.telling = telling;
            this.otherNames = otherNames;
            this.refusals = refusals;
        }

        @Override
        public void invoke(Map<Integer, @Nullable ReadCellData<?>> data, AnalysisContext context) {
            Map<Integer, String> cells = new HashMap<>();
            data.forEach((column, cell) -> {
                if (cell != null) {
                    cells.put(column, CellText.of(cell));
                }
            });
            Map<String, Integer> known = columns;
            if (known == null) {
                // A file that was taken out of the platform says so above its heading.
                if (!Watermark.is(cells.get(0))) {
                    columns = heading(cells);
                }
                return;
            }
            if (lines.size() == MAX_ROWS) {
                throw new ProblemException(refusals.tooLarge());
            }
            Map<String, String> texts = new HashMap<>();
            known.forEach((name, column) -> texts.put(name, text(cells.get(column))));
            Line line = new Line(context.readRowHolder().getRowIndex() + 1, texts);
            if (Stream.concat(required.stream(), telling.stream())
                    .anyMatch(column -> !line.cell(column).isBlank())) {
                lines.add(line);
            }
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {
            // Nothing is left over.
        }

        List<Line> read() {
            if (lines.isEmpty()) {
                throw new ProblemException(refusals.unreadable(), "文件中没有数据");
            }
            return lines;
        }

        private Map<String, Integer> heading(Map<Integer, String> cells) {
            Map<String, Integer> columns = new HashMap<>();
            cells.forEach((column, text) ->
                    columns.putIfAbsent(text.replace("\uFEFF", "").strip(), column));
            // A column that has the name itself goes before one that is only called so.
            otherNames.forEach((other, name) -> {
                Integer column = columns.get(other);
                if (column != null) {
                    columns.putIfAbsent(name, column);
                }
            });
            if (!columns.keySet().containsAll(required)) {
                throw new ProblemException(
                        refusals.unreadable(),
                        "第一行应为表头，至少有“" + String.join("”和“", required) + "”" + NUMBERS.charAt(required.size()) + "列");
            }
            return columns;
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text.substring(0, Math.min(text.length(), MAX_CELL));
        }
    }
}
