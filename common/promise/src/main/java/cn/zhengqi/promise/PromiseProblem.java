package cn.zhengqi.promise;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with promises. */
public enum PromiseProblem implements ProblemCode {
    PROMISE_NOT_RUNNING(409, "该事项未在计时，无需催办"),
    URGED_ALREADY(429, "4 小时内已催办过，请稍后再催"),
    PROMISE_ENDED(409, "该事项已办结，不能延期"),
    PROMISE_BROKEN(409, "该事项已超过承诺时限，不能延期"),
    EXTENDED_ALREADY(409, "该事项已延期一次，不能再延期"),
    EXTENSION_WAITS(409, "该事项的延期申请正在等待审批"),
    EXTENSION_DECIDED(409, "没有待审批的延期申请，可能已由他人处理"),
    EXTENSION_TOO_SHORT(409, "按申请的天数延长后，新的承诺日期也已经过了，不能批准"),
    OWN_EXTENSION(403, "不能审批自己提出的延期申请");

    private final int status;
    private final String title;

    PromiseProblem(int status, String title) {
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
