package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

class UploadedTableTest {

    private static final UploadedTable.Refusals REFUSALS =
            new UploadedTable.Refusals(CommonProblem.FILE_UNREADABLE, CommonProblem.PAYLOAD_TOO_LARGE);

    @Test
    void a_table_is_read_in_either_of_the_encodings_that_spreadsheets_write() {
        String table = "申请编号,答复\nRZ1,受理\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(read(table.getBytes(charset)))
                    .as(charset.name())
                    .singleElement()
                    .satisfies(line -> assertThat(line.cell("答复")).isEqualTo("受理"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
                "\u00D0\u00CF\u0011\u00E0\0\0",
                "\u0089PNG\r\n\0\0"
            })
    void of_what_is_no_table_it_is_said_that_it_is_none_not_that_it_lacks_a_heading(String file) {
        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("选择的不是表格文件，请选择 Excel（.xlsx）或 CSV 文件");
    }

    @Test
    void a_line_that_tells_something_without_saying_of_what_is_not_passed_over() {
        byte[] table = "申请编号,答复,备注,流水号\nRZ1,受理,,\n,,略,\n,,,A1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(table)).extracting(UploadedTable.Line::number).containsExactly(2);
        assertThat(UploadedTable.readAll(table, List.of("申请编号", "答复"), List.of("流水号", "失败原因"), REFUSALS))
                .extracting(UploadedTable.Line::number)
                .containsExactly(2, 4);
    }

    @Test
    void what_is_not_what_its_name_says_is_refused_before_it_is_read() throws IOException {
        byte[] text = "申请编号,答复\nRZ1,受理\n".getBytes(StandardCharsets.UTF_8);
        byte[] zip = {'P', 'K', 3, 4, 0, 0};
        for (MockMultipartFile other : List.of(
                new MockMultipartFile("file", "结果.XLSX", null, text),
                new MockMultipartFile("file", "结果.csv", null, zip))) {
            assertThatThrownBy(() -> UploadedTable.bytesOf(other))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("文件内容与扩展名")
                    .hasMessageContaining("没有导入");
        }
        assertThat(UploadedTable.bytesOf(new MockMultipartFile("file", "结果.csv", null, text)))
                .isEqualTo(text);
        assertThat(UploadedTable.bytesOf(new MockMultipartFile("file", "结果.xlsx", null, zip)))
                .isEqualTo(zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"结果.xls", "结果.txt", "结果.pdf", "结果.xlsx.zip", "结果.", "结果", ""})
    void what_its_name_does_not_say_to_be_a_table_is_none(String name) {
        byte[] text = "申请编号,结果\nDX1,成功\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> UploadedTable.bytesOf(new MockMultipartFile("file", name, null, text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("请选择 Excel（.xlsx）或 CSV 文件");
    }

    @Test
    void a_table_that_begins_with_something_else_is_told_which_heading_it_needs() {
        assertThatThrownBy(() -> read("编号,结果\nRZ1,受理\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("第一行应为表头，至少有“申请编号”和“答复”两列");
    }

    /** As people make them: a rate shown as 3%, an amount without its cents, a date in English, one that Excel's list of dates gives, and one with words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0345                 | 0%                                | 3.45%",
                "0.0345                 | 0.00%                             | 3.45%",
                "3.45                   | '0.0\"%\"'                        | 3.45",
                "150000.55              | #,##0                             | 150000.55",
                "1234567.5              | '_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ' | 1234567.5",
                "0.30000000000000004    | General                           | 0.3",
                "-12.5                  | '#,##0;[Red]-#,##0'               | -12.5",
                "202612010001           | General                           | 202612010001",
                "12                     | 0000                              | 0012",
                "1234567890123456789    | 0                                 | 1.23456789012346E+18",
                "47848                  | yyyy-mm-dd                        | 2030-12-31",
                "47848                  | '[$-409]d-mmm-yy;@'               | 2030-12-31",
                "47848                  | '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy' | 2030-12-31",
                "47848                  | m/d/yy                            | 2030-12-31",
                "47848                  | dd.mm.yyyy                        | 2030-12-31",
                "47848                  | 'yyyy\"年\"m\"月\"d\"日\"'           | 2030-12-31",
                "47848.5                | yyyy/m/d h:mm                     | 2030-12-31 12:00:00"
            })
    void of_a_spreadsheet_counts_what_a_cell_is_and_not_how_it_is_shown(double value, String format, String text)
            throws IOException {
        assertThat(read(workbook(value, format)))
                .singleElement()
                .satisfies(line -> assertThat(line.cell("答复")).isEqualTo(text));
    }

    /** 31 and 57 are dates in Chinese without a format of their own; so is what a Chinese Excel writes for 2030年12月31日. */
    @ParameterizedTest
    @ValueSource(shorts = {14, 15, 22, 31, 57})
    void a_date_of_the_formats_that_every_spreadsheet_has_is_that_day(short format) throws IOException {
        assertThat(read(workbook(47848, format)))
                .singleElement()
                .satisfies(line -> assertThat(line.cell("答复")).isEqualTo("2030-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234,567.89 | 1234567.89",
                "1，234        | 1234",
                "-12,345%     | -12345%",
                "1234.5       | 1234.5",
                "1234,56      | 1234,56",
                "12,34        | 12,34",
                "1,2345       | 1,2345",
                ",123         | ,123",
                "1,234,       | 1,234,",
                "1.234,567    | 1.234,567"
            })
    void only_separators_that_stand_between_thousands_are_left_out_of_a_number(String text, String number) {
        assertThat(read(("申请编号,答复\nRZ1,\"" + text + "\"\n").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(line -> assertThat(line.number("答复")).isEqualTo(number));
    }

    @ParameterizedTest
    @CsvSource({
        "1.23456789012346E+18, true",
        "2.0E17, true",
        "202612010001, false",
        "FK1E+5, false",
        "8E202612, false",
        "3.45, false"
    })
    void a_long_number_that_a_spreadsheet_cut_is_known_as_one(String text, boolean cut) {
        assertThat(read(("申请编号,答复\nRZ1," + text + "\n").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(line -> assertThat(line.lostDigits("答复")).isEqualTo(cut));
    }

    private static byte[] workbook(double value, String format) throws IOException {
        return workbook(value, workbook -> workbook.createDataFormat().getFormat(format));
    }

    private static byte[] workbook(double value, short format) throws IOException {
        return workbook(value, workbook -> format);
    }

    private static byte[] workbook(double value, ToIntFunction<XSSFWorkbook> format) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            XSSFRow head = sheet.createRow(0);
            head.createCell(0).setCellValue("申请编号");
            head.createCell(1).setCellValue("答复");
            XSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue("RZ1");
            XSSFCell cell = row.createCell(1);
            cell.setCellValue(value);
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) format.applyAsInt(workbook));
            cell.setCellStyle(style);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);
            return file.toByteArray();
        }
    }

    private static List<UploadedTable.Line> read(byte[] file) {
        return UploadedTable.read(file, List.of("申请编号", "答复"), REFUSALS);
    }
}
