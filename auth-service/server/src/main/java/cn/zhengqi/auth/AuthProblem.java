package cn.zhengqi.auth;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with accounts and sign-in. */
public enum AuthProblem implements ProblemCode {
    BAD_CREDENTIALS(401, "账号或密码不正确"),
    ACCOUNT_LOCKED(423, "登录失败次数过多，账号已暂时锁定"),
    ACCOUNT_DISABLED(403, "账号已停用，请联系平台客服"),
    PHONE_TAKEN(409, "该手机号已注册，请直接登录"),
    USER_TYPE_CLOSED(400, "该类用户不能自行注册"),
    PASSWORD_WEAK(400, "密码强度不够"),
    PASSWORD_WRONG(400, "原密码不正确");

    private final int status;
    private final String title;

    AuthProblem(int status, String title) {
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
