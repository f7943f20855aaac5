package cn.zhengqi.auth.signin;

/** How an attempt to sign in ended. */
enum SignInResult {
    SUCCESS,
    /** The password was right, and the second factor is asked for. */
    SECOND_FACTOR_ASKED,
    BAD_CREDENTIALS,
    BAD_SMS_CODE,
    /** A wrong code of the second factor. */
    BAD_CODE,
    LOCKED,
    DISABLED,
    UNAVAILABLE
}
