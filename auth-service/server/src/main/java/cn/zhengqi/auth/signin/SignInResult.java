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
    /** The code was right, but nobody has shown yet that the account belongs to who has the phone. */
    PHONE_UNVERIFIED,
    LOCKED,
    DISABLED,
    UNAVAILABLE
}
