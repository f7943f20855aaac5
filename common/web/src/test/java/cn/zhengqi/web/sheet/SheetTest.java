package cn.zhengqi.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Sensitive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final String PHONE = "sheet.row.phone";
    private static final Instant AT = Instant.parse("2026-11-26T16:30:00Z");

    private record Row(
            String name,

            @Sensitive(mask = Mask.PHONE, plainFor = "sheet.phones", field = PHONE)
            String phone,

            @Nullable BigDecimal amount,
            boolean demo,
            OffsetDateTime at,
            List<String> roles) {}

    private static final Sheet<Row> SHEET = Sheet.<Row>titled("名单")
            .column("名称", Row::name)
            .column("电话", PHONE, Row::phone)
            .column("金额", Row::amount)
            .column("演示数据", Row::demo)
            .column("时间", Row::at)
            .column("角色", Row::roles);

    @Test
    void numbers_are_numbers_and_what_looks_like_a_formula_is_a_text() throws IOException {
        byte[] file = written(reader(), row("=1+1"), row("@SUM(A1)"), row("=HYPERLINK(\"http://x\",\"点击\")"));

        assertThat(read(file))
                .extracting(cells -> cells.get(0))
                .containsExactly("=1+1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"点击\")");
        assertThat(read(file).getFirst())
                .containsEntry(2, "12.5")
                .containsEntry(3, "是")
                .containsEntry(4, "2026-11-26 10:00:00")
                .containsEntry(5, "甲、乙");
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .as("no cell is computed")
                .doesNotContain("<f>", "<f ")
                .contains("<v>12.5</v>");
    }

    @Test
    void a_covered_field_is_covered_unless_the_reader_may_see_it() {
        assertThat(read(written(reader(), row("甲"))).getFirst()).containsEntry(1, "138****5678");
        assertThat(read(written(reader("sheet.phones"), row("甲"))).getFirst()).containsEntry(1, "13812345678");
    }

    @Test
    void what_does_not_fit_on_a_sheet_goes_on_upon_the_next_which_has_its_heading_too() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SHEET.write(
                file,
                reader(),
                AT,
                receiver ->
                        Stream.of("甲", "乙", "丙", "丁", "戊").map(SheetTest::row).forEach(receiver),
                2);

        List<List<String>> sheets = IntStream.range(0, 3)
                .mapToObj(number -> FastExcel.read(new ByteArrayInputStream(file.toByteArray()))
                        .sheet(number)
                        .headRowNumber(1)
                        .<Map<Integer, String>>doReadSync()
                        .stream()
                        .map(cells -> cells.get(0))
                        .toList())
                .toList();
        assertThat(sheets).containsExactly(List.of("名称", "甲", "乙"), List.of("名称", "丙", "丁"), List.of("名称", "戊"));
    }

    /** Some are called by what people named. */
    @Test
    void a_title_that_excel_takes_for_no_sheet_is_shortened() throws IOException {
        Sheet<Row> sheet = Sheet.<Row>titled("标签/制造业重点企业".repeat(4)).column("名称", Row::name);
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        sheet.write(
                target, reader(), AT, receiver -> List.of(row("甲"), row("乙")).forEach(receiver), 1);

        byte[] file = target.toByteArray();
        assertThat(part(file, "xl/workbook.xml")).contains("标签 制造业重点企业", "（2）");
        assertThat(read(file)).extracting(cells -> cells.get(0)).containsExactly("甲");
    }

    @Test
    void the_heading_stays_in_sight_and_columns_are_as_wide_as_what_stands_in_them() throws IOException {
        Sheet<Row> toFillIn = SHEET.columnToChoose("答复", List.of("批准", "不通过"));
        try (XSSFWorkbook book = workbook(toFillIn, row("重庆市巴南区峡畅物业管理有限责任公司"))) {
            XSSFSheet sheet = book.getSheetAt(0);

            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getColumnWidth(0) / 256).isEqualTo(38);
            assertThat(sheet.getColumnWidth(2) / 256).isEqualTo(10);
            assertThat(sheet.getColumnWidth(6) / 256).as("room to write").isEqualTo(18);
        }
        try (XSSFWorkbook empty = workbook(toFillIn)) {
            assertThat(empty.getSheetAt(0).getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 2);
            assertThat(empty.getSheetAt(0).getColumnWidth(3) / 256).isEqualTo(18);
        }
    }

    @Test
    void what_has_to_be_written_in_certain_words_is_chosen_from_them() throws IOException {
        Sheet<Row> toFillIn =
                SHEET.columnToChoose("答复", List.of("批准", "不通过")).columnToChoose("原因", List.of("长".repeat(300)));
        try (XSSFWorkbook book = workbook(toFillIn, row("甲"))) {
            assertThat(book.getSheetAt(0).getDataValidations())
                    .as("more than Excel takes is not offered, rather than a file that it calls broken")
                    .singleElement()
                    .satisfies(choice -> {
                        assertThat(choice.getValidationConstraint().getExplicitListValues())
                                .containsExactly("批准", "不通过");
                        assertThat(choice.getRegions().getCellRangeAddress(0).formatAsString())
                                .isEqualTo("G3:G1048576");
                    });
        }
        assertThat(read(written(toFillIn, reader(), row("甲"))).getFirst().get(6))
                .isNull();
    }

    private static XSSFWorkbook workbook(Sheet<Row> sheet, Row... rows) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(sheet, reader(), rows)));
    }

    @Test
    void a_list_without_rows_is_its_heading() {
        assertThat(read(written(reader()))).isEmpty();
        assertThat(FastExcel.read(new ByteArrayInputStream(written(reader())))
                        .sheet()
                        .headRowNumber(0)
                        .<Map<Integer, String>>doReadSync())
                .hasSize(2)
                .last()
                .satisfies(head -> assertThat(head.values()).containsExactly("名称", "电话", "金额", "演示数据", "时间", "角色"));
    }

    @Test
    void the_column_of_a_hidden_field_is_not_there() {
        CurrentUser kept = reader("sheet.phones").seeing(Map.of(PHONE, FieldRule.HIDDEN));

        assertThat(lines(written(kept, row("甲"))).get(1).values()).containsExactly("名称", "金额", "演示数据", "时间", "角色");
        assertThat(lines(written(kept, row("甲"))).get(2).values()).doesNotContain("13812345678", "138****5678");
    }

    @Test
    void what_a_role_says_of_a_field_goes_before_its_permissions() {
        CurrentUser strict = reader("sheet.phones").seeing(Map.of(PHONE, FieldRule.MASKED));
        CurrentUser free = reader().seeing(Map.of(PHONE, FieldRule.PLAIN));

        assertThat(read(written(strict, row("甲"))).getFirst()).containsEntry(1, "138****5678");
        assertThat(read(written(free, row("甲"))).getFirst()).containsEntry(1, "13812345678");
    }

    @Test
    void the_file_says_who_took_it_out_and_when_on_its_first_line_and_on_each_printed_page() throws IOException {
        CurrentUser reader = reader();
        byte[] file = written(reader, row("甲"));

        assertThat(lines(file).getFirst().get(0))
                .contains("读者", reader.accountId().toString(), "巴南区&测试中心", "2026-11-27 00:30:00")
                .satisfies(text -> assertThat(Watermark.is(text)).isTrue());
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("<oddHeader>", "<oddFooter>", "巴南区&amp;&amp;测试中心");
    }

    @Test
    void every_row_of_a_long_list_is_there_once_and_in_its_order() {
        List<Map<Integer, String>> rows = read(written(
                reader(), IntStream.range(0, 1203).mapToObj(i -> row("第" + i)).toArray(Row[]::new)));

        assertThat(rows)
                .extracting(cells -> cells.get(0))
                .isEqualTo(IntStream.range(0, 1203).mapToObj(i -> "第" + i).toList());
    }

    @Test
    void a_text_that_no_cell_can_hold_is_cut() {
        assertThat(read(written(reader(), row("长".repeat(40_000)))).getFirst().get(0))
                .hasSize(30_000);
    }

    private static Row row(String name) {
        return new Row(
                name,
                "13812345678",
                new BigDecimal("12.5"),
                true,
                OffsetDateTime.parse("2026-11-26T02:00:00Z"),
                List.of("甲", "乙"));
    }

    private static CurrentUser reader(String... permissions) {
        return new CurrentUser(
                UUID.randomUUID(),
                "读者",
                UserType.OPERATOR,
                null,
                null,
                null,
                "巴南区&测试中心",
                Set.of(),
                Set.of(permissions));
    }

    private static List<Map<Integer, String>> lines(byte[] file) {
        return FastExcel.read(new ByteArrayInputStream(file))
                .sheet()
                .headRowNumber(0)
                .doReadSync();
    }

    private static byte[] written(CurrentUser reader, Row... rows) {
        return written(SHEET, reader, rows);
    }

    private static byte[] written(Sheet<Row> sheet, CurrentUser reader, Row... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet.write(out, reader, AT, receiver -> Stream.of(rows).forEach(receiver));
        return out.toByteArray();
    }

    private static List<Map<Integer, String>> read(byte[] file) {
        return FastExcel.read(new ByteArrayInputStream(file))
                .sheet()
                .headRowNumber(2)
                .doReadSync();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
