package cn.zhengqi.promise;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with promises. */
public enum PromiseProblem implements ProblemCode {
    PROMISE_NOT_RUNNING(409, "该事项未在计时，无需催办"),
    URGED_ALREADY(429, "4 小时内已催办过，请稍后再催");

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
