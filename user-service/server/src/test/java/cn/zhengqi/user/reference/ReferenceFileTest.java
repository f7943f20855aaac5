package cn.zhengqi.user.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.TestUsers;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReferenceFileTest {

    @Test
    void what_was_exported_is_read_line_by_line() {
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

        assertThat(ReferenceFile.read(out.toByteArray()))
                .containsExactly(new ReferenceImport.Line(3, new ReferenceDraft("500113103", "界石镇", "镇", "500113")));
    }
}
