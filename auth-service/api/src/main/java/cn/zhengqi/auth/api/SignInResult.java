package cn.zhengqi.auth.api;

/** How an attempt to sign in ended, and how what came of it did. */
public enum SignInResult {
    SUCCESS("成功"),
    /** The password was right, and the second factor is asked for. */
    SECOND_FACTOR_ASKED("待两步验证"),
    BAD_CREDENTIALS("账号或密码错误"),
    BAD_SMS_CODE("短信验证码错误"),
    /** A wrong code of the second factor. */
    BAD_CODE("验证码错误"),
    /** A passkey that is not one of the account's, or did not prove itself. */
    BAD_PASSKEY("通行密钥验证未通过"),
    /** What came back from an outside identity provider was not as it must be, or the person cancelled there. */
    PROVIDER_FAILED("外部身份登录未完成"),
    /** The code was right, but nobody has shown yet that the account belongs to who has the phone. */
    PHONE_UNVERIFIED("手机号未验证"),
    LOCKED("账号已锁定"),
    DISABLED("账号已停用"),
    UNAVAILABLE("服务暂不可用"),
    SIGNED_OUT("退出登录"),
    SIGNED_OUT_ELSEWHERE("本人在其他设备上退出"),
    SIGNED_OUT_BY_APP("从接入应用退出"),
    SIGNED_OUT_IDLE("长时间未操作，自动退出"),
    SIGNED_OUT_BY_TIME("登录到期，自动退出"),
    SIGNED_OUT_BY_CHANGE("密码或手机号变更后退出"),
    SIGNED_OUT_BY_STAFF("由管理员结束登录");

    private final String label;

    SignInResult(String label) {
        this.label = label;
    }

    /** Whether the person was not let in, whatever the reason; the end of a sign-in is none, nor is one that goes on. */
    public boolean failed() {
        return switch (this) {
            case BAD_CREDENTIALS,
                    BAD_SMS_CODE,
                    BAD_CODE,
                    BAD_PASSKEY,
                    PROVIDER_FAILED,
                    PHONE_UNVERIFIED,
                    LOCKED,
                    DISABLED,
                    UNAVAILABLE -> true;
            case SUCCESS,
                    SECOND_FACTOR_ASKED,
                    SIGNED_OUT,
                    SIGNED_OUT_ELSEWHERE,
                    SIGNED_OUT_BY_APP,
                    SIGNED_OUT_IDLE,
                    SIGNED_OUT_BY_TIME,
                    SIGNED_OUT_BY_CHANGE,
                    SIGNED_OUT_BY_STAFF -> false;
        };
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
