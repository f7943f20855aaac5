package cn.zhengqi.ops.evaluation;

import cn.zhengqi.ops.api.CallBackAnswer;
import cn.zhengqi.ops.api.Grade;
import cn.zhengqi.web.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Evaluations as a file: of anonymous ones what its reader sees in the list. */
final class EvaluationSheet {

    static final Sheet<EvaluationView> SHEET = Sheet.<EvaluationView>titled("好差评")
            .column("事项类型", it -> it.caseKind().label())
            .column("事项编号", EvaluationView::caseNumber)
            .column("事项", EvaluationView::title)
            .column("企业", EvaluationView::enterpriseName)
            .column("办理机构", EvaluationSheet::handler)
            .column("办结时间", EvaluationView::finishedAt)
            .column("评价", it -> it.grade().label())
            .column("标签", it -> String.join("；", it.tags()))
            .column("评价内容", EvaluationView::words)
            .column("匿名", EvaluationView::anonymous)
            .column("来源", it -> it.channel().label())
            .column("评价时间", EvaluationView::givenAt)
            .column("状态", it -> it.state().label())
            .column("处理方式", it -> label(it.answer()))
            .column("处理结果", EvaluationView::answerWords)
            .column("再次评价", it -> label(it.againGrade()))
            .column("再次评价内容", EvaluationView::againWords)
            .column("公开", it -> it.publication().label());

    private EvaluationSheet() {}

    /** As in the list: no institution reviews a claim alone. */
    private static String handler(EvaluationView it) {
        String institution = it.institutionName();
        return institution == null ? "企业码审核" : institution;
    }

    private static @Nullable String label(@Nullable CallBackAnswer answer) {
        return answer == null ? null : answer.label();
    }

    private static @Nullable String label(@Nullable Grade grade) {
        return grade == null ? null : grade.label();
    }
}
