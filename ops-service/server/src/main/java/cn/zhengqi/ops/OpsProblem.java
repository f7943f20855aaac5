package cn.zhengqi.ops;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with evaluations and with jobs that take lists out. */
public enum OpsProblem implements ProblemCode {
    CASE_EVALUATED(409, "该事项已评价，一个事项只能评价一次"),
    EVALUATION_OVER(409, "评价期限已过"),
    CALL_BACK_FIRST(409, "请先登记与企业的回访，再提交处理结果"),
    OWN_ANSWER(403, "不能复核自己提交的处理结果"),
    TAG_UNKNOWN(422, "请选择列出的评价标签"),
    EXPORTS_OPEN(409, "您的导出任务太多，请等其完成，或取消后再申请"),
    EXPORT_OVER(409, "导出任务已经结束，不能取消"),
    EXPORT_HAS_NO_FILE(409, "导出任务没有可下载的文件");

    private final int status;
    private final String title;

    OpsProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
