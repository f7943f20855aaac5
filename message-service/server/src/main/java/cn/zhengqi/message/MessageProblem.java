package cn.zhengqi.message;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with messages. */
public enum MessageProblem implements ProblemCode {
    SMS_NOT_CONFIGURED(503, "短信服务尚未配置"),
    SMS_FAILED(503, "短信发送失败，请稍后再试"),
    NOBODY_MEANT(422, "没有符合条件的接收人，请调整接收范围"),
    TOO_MANY_MEANT(422, "接收人过多，请缩小接收范围"),
    OWN_NOTIFICATION(403, "不能审批自己编写或提交的通知"),
    NOTICE_MANDATORY(422, "此类消息不能停用"),
    WAYS_FIXED(422, "此类消息的接收方式不能关闭"),
    TAGS_UNANSWERED(503, "暂时查询不到企业标签和规模，不能确定接收人，请稍后再试"),
    APPLICANTS_UNANSWERED(503, "暂时查询不到融资申请，不能确定接收人，请稍后再试"),
    TOO_MANY_TOPICS(422, "最多订阅 10 个政策主题，请先取消不需要的");

    private final int status;
    private final String title;

    MessageProblem(int status, String title) {
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
