package cn.zhengqi.message;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with messages. */
public enum MessageProblem implements ProblemCode {
    SMS_NOT_CONFIGURED(503, "短信服务尚未配置"),
    SMS_FAILED(503, "短信发送失败，请稍后再试");

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
