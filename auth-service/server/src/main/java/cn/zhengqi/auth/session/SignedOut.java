package cn.zhengqi.auth.session;

import java.util.UUID;

/**
 * A sign-in ended; told within the service, in the transaction that ends it.
 *
 * @param address from which it was made
 */
public record SignedOut(UUID account, String address, String userAgent, SignOut by) {}
