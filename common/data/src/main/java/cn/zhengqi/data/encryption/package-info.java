/** Columns whose values are encrypted where they are stored (SM4-GCM), found by a keyed index (HMAC-SM3), and re-encrypted when a key is replaced. */
@NullMarked
package cn.zhengqi.data.encryption;

import org.jspecify.annotations.NullMarked;
