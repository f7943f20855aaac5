package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.ops.api.ExportEnded;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 后台导出: what is told to who took out a long list once its file is ready, or will not be. */
@Configuration(proxyBeanMethods = false)
class ExportNotices {

    private static final String PAGE = "/exports";

    private static final NoticeKind<ExportEnded> READY = kind("export.ready", "导出文件已生成")
            .knows(Variable.<ExportEnded>text("条数", "文件中的记录数", "120000 条", it -> it.rows() + " 条"))
            .says("导出文件已生成", "您申请导出的${列表名称}已生成文件（${条数}），请在“导出任务”中下载。文件保存期限有限，逾期须重新申请。", PAGE);

    private static final NoticeKind<ExportEnded> FAILED = kind("export.failed", "导出未能完成")
            .knows(Variable.<ExportEnded>text("原因", "没有文件的原因", "多次写出中断，请缩小查询范围后重新申请", ExportEnded::failure)
                    .required())
            .says("导出未能完成", "您申请导出的${列表名称}未能生成文件。原因：${原因}。", PAGE);

    static final List<NoticeKind<?>> KINDS = List.of(READY, FAILED);

    @Bean
    EventHandler<ExportEnded> exportEndedNotice(Noticeboard board) {
        return on(
                ExportEnded.class,
                "notices",
                (ended, meta) ->
                        board.tell(Set.of(ended.accountId()), meta, ended.failure() == null ? READY : FAILED, ended));
    }

    private static NoticeKind.Draft<ExportEnded> kind(String code, String name) {
        return NoticeKind.<ExportEnded>of(NoticeGroup.EXPORT, code, name, "申请导出的人员")
                .toDesks()
                .knows(Variable.<ExportEnded>text("列表名称", "导出的列表", "操作日志", ExportEnded::list)
                        .required());
    }
}
