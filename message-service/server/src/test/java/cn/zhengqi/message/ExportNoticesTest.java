package cn.zhengqi.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.audience.Notices;
import cn.zhengqi.ops.api.ExportEnded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessageServiceTest
class ExportNoticesTest {

    private final UUID auditor = Ids.next();

    @Autowired
    private Notices notices;

    @Test
    void who_took_out_a_list_hears_that_its_file_is_ready_or_why_there_is_none() {
        ended(120_000, null);
        await().untilAsserted(() -> assertThat(notices.wholly(auditor))
                .containsExactly("导出文件已生成 /exports 您申请导出的操作日志已生成文件（120000 条），请在“导出任务”中下载。文件保存期限有限，逾期须重新申请。"));

        ended(0, "申请人已没有查看操作日志的权限");
        await().untilAsserted(() -> assertThat(notices.wholly(auditor)).hasSize(2));
        assertThat(notices.wholly(auditor).get(1)).isEqualTo("导出未能完成 /exports 您申请导出的操作日志未能生成文件。原因：申请人已没有查看操作日志的权限。");
    }

    private void ended(long rows, @Nullable String failure) {
        ExportEnded event = new ExportEnded(Ids.next(), auditor, "操作日志", rows, failure, Instant.now());
        notices.tell(event, 1);
    }
}
