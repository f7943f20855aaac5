package cn.zhengqi.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void a_table_that_begins_with_something_else_is_told_which_heading_it_needs() {
        assertThatThrownBy(() -> read("编号,结果\nRZ1,受理\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("第一行应为表头，至少有“申请编号”和“答复”两列");
    }

    private static List<UploadedTable.Line> read(byte[] file) {
        return UploadedTable.read(file, List.of("申请编号", "答复"), REFUSALS);
    }
}
