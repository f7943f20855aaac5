package cn.zhengqi.auth;

import cn.zhengqi.kernel.ProblemCode;

/** What can go wrong with accounts and sign-in. */
public enum AuthProblem implements ProblemCode {
    BAD_CREDENTIALS(401, "账号或密码不正确"),
    ACCOUNT_LOCKED(423, "密码或验证码错误次数过多，账号已暂时锁定"),
    ACCOUNT_DISABLED(403, "账号已停用，请联系平台客服"),
    PHONE_TAKEN(409, "该手机号已注册，请直接登录"),
    USER_TYPE_CLOSED(400, "该类用户不能自行注册"),
    PASSWORD_WEAK(400, "密码强度不够"),
    PASSWORD_WRONG(400, "密码不正确"),
    PASSWORD_UNCHANGED(400, "新密码不能与原密码相同"),
    USERNAME_TAKEN(409, "该用户名已被使用"),
    PROOF_REQUIRED(428, "请完成安全验证后再试"),
    SIGN_IN_EXPIRED(409, "登录已超时，请重新输入账号和密码"),
    SECOND_FACTOR_WRONG(400, "动态验证码不正确"),
    SECOND_FACTOR_ENABLED(409, "两步验证已开启"),
    SECOND_FACTOR_NOT_BEGUN(409, "请重新开始设置两步验证"),
    SECOND_FACTOR_DISABLED(409, "两步验证未开启"),
    SECOND_FACTOR_REQUIRED(409, "按平台规定，您的账号须使用两步验证，不能关闭"),
    SMS_UNAVAILABLE(503, "短信服务暂不可用，请使用密码登录或稍后再试"),
    PHONE_UNVERIFIED(409, "该账号的手机号尚未验证，请先通过“忘记密码”用短信验证码设置新密码"),
    SMS_CODE_WRONG(400, "短信验证码不正确或已失效"),
    LINK_NOT_DELIVERABLE(409, "平台未接入短信服务，链接不能发送到本人手机，也不能交给他人"),
    CLOSURE_BY_STAFF(409, "机构人员的账号不能自行注销，由本机构的管理员停用；没有其他管理员的，请联系平台运营方停用"),
    CLOSURE_ONLY_ADMIN(409, "您是企业唯一的管理员，请先移交管理员或解绑企业，再注销账号"),
    CLOSURE_DEMO(409, "演示账号供所有访客使用，不能注销"),
    OPENAPI_NO_OWNER(403, "开放接口由企业或机构申请，请先认证企业或加入机构"),
    OPENAPI_KEY_LIMIT(409, "待审核、待领取和使用中的密钥最多 20 个，请先注销不用的"),
    OPENAPI_KEY_EXPIRED(409, "该密钥已过有效期，请重新申请"),
    PHONE_UNCHANGED(400, "新手机号与原手机号相同"),
    PHONE_DEMO(409, "演示账号供所有访客使用，不能更换手机号"),
    IDENTITY_PROVIDER_UNKNOWN(404, "平台没有接入该登录方式"),
    PASSKEYS_CLOSED(404, "本平台未启用通行密钥"),
    PASSKEY_NOT_BEGUN(409, "操作已超时，请重新添加通行密钥"),
    PASSKEY_REFUSED(400, "通行密钥验证未通过，请重试或改用其他方式登录"),
    PASSKEY_KNOWN(409, "该通行密钥已添加过"),
    PASSKEY_LIMIT(409, "通行密钥最多 10 个，请先删除不用的"),
    WECHAT_OFF(409, "平台未接入微信公众号，请使用手机号登录"),
    WECHAT_EXPIRED(409, "微信授权已失效，请重新使用微信登录"),
    WECHAT_TAKEN(409, "该微信或该账号刚刚已绑定，请重新使用微信登录"),
    WECHAT_OTHER(409, "该账号已绑定微信，如需更换，请登录后在“账号安全”中解绑"),
    WECHAT_NOT_BOUND(409, "该账号未绑定微信"),
    WECHAT_UNAVAILABLE(503, "微信服务暂不可用，请使用手机号登录或稍后再试"),
    WECHAT_FOREIGN_PAGE(400, "只能为本平台的页面签名"),
    WEBHOOK_SENDS_USED_UP(429, "发送过于频繁，请稍后再试"),
    APP_REQUEST_GONE(409, "授权请求已失效，请从应用重新进入"),
    WEBHOOK_DISABLED(409, "事件回调已停用，请先启用"),
    WEBHOOK_KEY_UNUSABLE(409, "密钥未启用或已失效，不能使用事件回调"),
    PASSWORD_LINK_INVALID(410, "链接已使用或已过期，请联系管理员重新发送");

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
