/** Signing in through an outside identity provider (OpenID Connect), and which of its people are which accounts. */
@NullMarked
package cn.zhengqi.auth.provider;

import org.jspecify.annotations.NullMarked;
