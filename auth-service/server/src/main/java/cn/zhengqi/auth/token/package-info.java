/** The OAuth 2 authorization server: clients, keys, tokens. */
@NullMarked
package cn.zhengqi.auth.token;

import org.jspecify.annotations.NullMarked;
