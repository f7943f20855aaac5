package cn.zhengqi.gateway.openapi;

import cn.zhengqi.kernel.ProblemCode;

/** Why a request of another system is not passed on, or its answer did not arrive. */
enum OpenApiProblem implements ProblemCode {
    SIGNATURE_REQUIRED(401, "请求没有签名"),
    SIGNATURE_INVALID(401, "签名不正确"),
    SIGNATURE_EXPIRED(401, "签名时间与平台时间相差过大，请校准时钟后重新签名"),
    DIGEST_INVALID(401, "请求内容与 Content-Digest 不一致"),
    KEY_UNKNOWN(401, "没有这个密钥"),
    KEY_REVOKED(401, "该密钥已注销"),
    KEY_EXPIRED(401, "该密钥已过有效期"),
    ADDRESS_NOT_ALLOWED(403, "该密钥不允许从此地址调用"),
    REQUEST_REPLAYED(409, "该请求已处理过，请勿重复使用随机数"),
    QUOTA_EXCEEDED(429, "调用次数已达上限"),
    /** In the log of calls only, with the status that proxies log for it: nobody was there to be answered. */
    CALLER_GONE(499, "调用方在应答前断开了连接");

    private final int status;
    private final String title;

    OpenApiProblem(int status, String title) {
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
