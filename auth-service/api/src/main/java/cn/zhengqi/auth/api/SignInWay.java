package cn.zhengqi.auth.api;

/** The first thing by which somebody signs in, or tries to come by it; a second factor may follow. */
public enum SignInWay {
    PASSWORD("密码"),
    SMS_CODE("短信验证码"),
    WECHAT("微信"),
    /** Both factors in one, also where it is the second. */
    PASSKEY("通行密钥"),
    /** An outside identity provider. */
    PROVIDER("外部身份"),
    /** No sign-in: a new password by a code to the phone, tried in vain. */
    PASSWORD_RESET("找回密码");

    private final String label;

    SignInWay(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
