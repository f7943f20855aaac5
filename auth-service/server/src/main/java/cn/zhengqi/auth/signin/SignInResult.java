package cn.zhengqi.auth.signin;

/** How an attempt to sign in ended. */
enum SignInResult {
    SUCCESS,
    BAD_CREDENTIALS,
    LOCKED,
    DISABLED,
    UNAVAILABLE
}
