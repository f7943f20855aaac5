package cn.zhengqi.promise;

import cn.zhengqi.promise.PromiseBoard.BoardRow;
import cn.zhengqi.web.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** 时限看板 as a file. */
public final class PromiseSheet {

    public static final Sheet<BoardRow> SHEET = Sheet.<BoardRow>titled("时限看板")
            .column("编号", BoardRow::caseNumber)
            .column("事项", BoardRow::about)
            .column("办理机构", PromiseSheet::institution)
            .column("办理人", it -> it.assigned() ? "已有办理人" : "未分派")
            .column("提交时间", BoardRow::startedAt)
            .column("承诺工作日", it -> it.promise().workingDays())
            .column("承诺日期", it -> it.promise().dueOn())
            .column("时限状态", it -> standing(it.promise()))
            .column("剩余工作日", it -> it.promise().remainingWorkingDays())
            .column("超期工作日", it -> it.promise().overdueWorkingDays())
            .column("最近催办", BoardRow::urgedAt)
            .column(
                    "已延期工作日",
                    it -> it.promise().extended() == null
                            ? null
                            : it.promise().extended().by())
            .column(
                    "原定日期",
                    it -> it.promise().extended() == null
                            ? null
                            : it.promise().extended().formerDueOn())
            .column(
                    "延期原因",
                    it -> it.promise().extended() == null
                            ? null
                            : it.promise().extended().reason())
            .column(
                    "待审批的延期",
                    it -> it.extension() == null
                            ? null
                            : it.extension().askedByName() + "申请延期 "
                                    + it.extension().workingDays() + " 个工作日："
                                    + it.extension().reason());

    private PromiseSheet() {}

    /** With the branch where it lies, so far as the reader sees it. */
    private static @Nullable String institution(BoardRow it) {
        return it.branchName() == null ? it.institutionName() : it.institutionName() + "（" + it.branchName() + "）";
    }

    private static String standing(PromiseView promise) {
        if (promise.broken()) {
            return "已超期";
        }
        if (promise.state() == PromiseState.PAUSED) {
            return "计时已暂停";
        }
        return promise.dueOn() == null ? "到期日待定" : "未超期";
    }
}
