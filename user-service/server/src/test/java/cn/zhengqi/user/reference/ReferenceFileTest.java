package cn.zhengqi.user.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.TestUsers;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReferenceFileTest {

    @Test
    void what_was_exported_is_read_line_by_line() {
        assertThat(ReferenceFile.read(exportedTown(), ReferenceKind.TOWN))
                .containsExactly(new ReferenceImport.Line(3, new ReferenceDraft("500113103", "界石镇", "镇", "500113")));
    }

    @Test
    void a_file_of_another_kind_is_said_to_be_one() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ReferenceFile.read(exportedTown(), ReferenceKind.PARK))
                .withMessageContaining("写的是“镇街”，这里导入的是“园区”");
    }

    private static byte[] exportedTown() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReferenceSheet.SHEET.write(
                out,
                TestUsers.operator(),
                Instant.EPOCH,
                rows -> rows.accept(new ReferenceItem(
                        ReferenceKind.TOWN,
                        "500113103",
                        "界石镇",
                        "镇",
                        "镇",
                        "500113",
                        "巴南区",
                        true,
                        false,
                        3L,
                        null,
                        null,
                        0)));

        return out.toByteArray();
    }
}
