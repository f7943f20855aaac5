package cn.zhengqi.auth.app;

/**
 * What is shown once.
 *
 * @param secret with which the application proves from now on who it is
 */
record DrawnSecret(String clientId, String secret, AppView app) {

    /** Without the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "DrawnSecret[" + clientId + "]";
    }
}
